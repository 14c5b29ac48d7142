package unicode

// t names a table of the machine.
func t(id int) *RangeTable { return &RangeTable{id: id} }

// The general categories.
var (
	C = t(1)
	Cc = t(2)
	Cf = t(3)
	Cn = t(4)
	Co = t(5)
	Cs = t(6)
	L = t(7)
	LC = t(8)
	Ll = t(9)
	Lm = t(10)
	Lo = t(11)
	Lt = t(12)
	Lu = t(13)
	M = t(14)
	Mc = t(15)
	Me = t(16)
	Mn = t(17)
	N = t(18)
	Nd = t(19)
	Nl = t(20)
	No = t(21)
	P = t(22)
	Pc = t(23)
	Pd = t(24)
	Pe = t(25)
	Pf = t(26)
	Pi = t(27)
	Po = t(28)
	Ps = t(29)
	S = t(30)
	Sc = t(31)
	Sk = t(32)
	Sm = t(33)
	So = t(34)
	Z = t(35)
	Zl = t(36)
	Zp = t(37)
	Zs = t(38)
)

// The general categories by their long names.
var (
	Letter = L
	Upper = Lu
	Lower = Ll
	Title = Lt
	Mark = M
	Number = N
	Digit = Nd
	Punct = P
	Symbol = S
	Space = Z
	Other = C
)

// The scripts.
var (
	Adlam = t(39)
	Ahom = t(40)
	Anatolian_Hieroglyphs = t(41)
	Arabic = t(42)
	Armenian = t(43)
	Avestan = t(44)
	Balinese = t(45)
	Bamum = t(46)
	Bassa_Vah = t(47)
	Batak = t(48)
	Bengali = t(49)
	Beria_Erfe = t(50)
	Bhaiksuki = t(51)
	Bopomofo = t(52)
	Brahmi = t(53)
	Braille = t(54)
	Buginese = t(55)
	Buhid = t(56)
	Canadian_Aboriginal = t(57)
	Carian = t(58)
	Caucasian_Albanian = t(59)
	Chakma = t(60)
	Cham = t(61)
	Cherokee = t(62)
	Chorasmian = t(63)
	Common = t(64)
	Coptic = t(65)
	Cuneiform = t(66)
	Cypriot = t(67)
	Cypro_Minoan = t(68)
	Cyrillic = t(69)
	Deseret = t(70)
	Devanagari = t(71)
	Dives_Akuru = t(72)
	Dogra = t(73)
	Duployan = t(74)
	Egyptian_Hieroglyphs = t(75)
	Elbasan = t(76)
	Elymaic = t(77)
	Ethiopic = t(78)
	Garay = t(79)
	Georgian = t(80)
	Glagolitic = t(81)
	Gothic = t(82)
	Grantha = t(83)
	Greek = t(84)
	Gujarati = t(85)
	Gunjala_Gondi = t(86)
	Gurmukhi = t(87)
	Gurung_Khema = t(88)
	Han = t(89)
	Hangul = t(90)
	Hanifi_Rohingya = t(91)
	Hanunoo = t(92)
	Hatran = t(93)
	Hebrew = t(94)
	Hiragana = t(95)
	Imperial_Aramaic = t(96)
	Inherited = t(97)
	Inscriptional_Pahlavi = t(98)
	Inscriptional_Parthian = t(99)
	Javanese = t(100)
	Kaithi = t(101)
	Kannada = t(102)
	Katakana = t(103)
	Kawi = t(104)
	Kayah_Li = t(105)
	Kharoshthi = t(106)
	Khitan_Small_Script = t(107)
	Khmer = t(108)
	Khojki = t(109)
	Khudawadi = t(110)
	Kirat_Rai = t(111)
	Lao = t(112)
	Latin = t(113)
	Lepcha = t(114)
	Limbu = t(115)
	Linear_A = t(116)
	Linear_B = t(117)
	Lisu = t(118)
	Lycian = t(119)
	Lydian = t(120)
	Mahajani = t(121)
	Makasar = t(122)
	Malayalam = t(123)
	Mandaic = t(124)
	Manichaean = t(125)
	Marchen = t(126)
	Masaram_Gondi = t(127)
	Medefaidrin = t(128)
	Meetei_Mayek = t(129)
	Mende_Kikakui = t(130)
	Meroitic_Cursive = t(131)
	Meroitic_Hieroglyphs = t(132)
	Miao = t(133)
	Modi = t(134)
	Mongolian = t(135)
	Mro = t(136)
	Multani = t(137)
	Myanmar = t(138)
	Nabataean = t(139)
	Nag_Mundari = t(140)
	Nandinagari = t(141)
	New_Tai_Lue = t(142)
	Newa = t(143)
	Nko = t(144)
	Nushu = t(145)
	Nyiakeng_Puachue_Hmong = t(146)
	Ogham = t(147)
	Ol_Chiki = t(148)
	Ol_Onal = t(149)
	Old_Hungarian = t(150)
	Old_Italic = t(151)
	Old_North_Arabian = t(152)
	Old_Permic = t(153)
	Old_Persian = t(154)
	Old_Sogdian = t(155)
	Old_South_Arabian = t(156)
	Old_Turkic = t(157)
	Old_Uyghur = t(158)
	Oriya = t(159)
	Osage = t(160)
	Osmanya = t(161)
	Pahawh_Hmong = t(162)
	Palmyrene = t(163)
	Pau_Cin_Hau = t(164)
	Phags_Pa = t(165)
	Phoenician = t(166)
	Psalter_Pahlavi = t(167)
	Rejang = t(168)
	Runic = t(169)
	Samaritan = t(170)
	Saurashtra = t(171)
	Sharada = t(172)
	Shavian = t(173)
	Siddham = t(174)
	Sidetic = t(175)
	SignWriting = t(176)
	Sinhala = t(177)
	Sogdian = t(178)
	Sora_Sompeng = t(179)
	Soyombo = t(180)
	Sundanese = t(181)
	Sunuwar = t(182)
	Syloti_Nagri = t(183)
	Syriac = t(184)
	Tagalog = t(185)
	Tagbanwa = t(186)
	Tai_Le = t(187)
	Tai_Tham = t(188)
	Tai_Viet = t(189)
	Tai_Yo = t(190)
	Takri = t(191)
	Tamil = t(192)
	Tangsa = t(193)
	Tangut = t(194)
	Telugu = t(195)
	Thaana = t(196)
	Thai = t(197)
	Tibetan = t(198)
	Tifinagh = t(199)
	Tirhuta = t(200)
	Todhri = t(201)
	Tolong_Siki = t(202)
	Toto = t(203)
	Tulu_Tigalari = t(204)
	Ugaritic = t(205)
	Vai = t(206)
	Vithkuqi = t(207)
	Wancho = t(208)
	Warang_Citi = t(209)
	Yezidi = t(210)
	Yi = t(211)
	Zanabazar_Square = t(212)
)

// Other properties.
var (
	ASCII_Hex_Digit = t(213)
	Bidi_Control = t(214)
	Dash = t(215)
	Deprecated = t(216)
	Diacritic = t(217)
	Extender = t(218)
	Hex_Digit = t(219)
	Hyphen = t(220)
	IDS_Binary_Operator = t(221)
	IDS_Trinary_Operator = t(222)
	IDS_Unary_Operator = t(223)
	ID_Compat_Math_Continue = t(224)
	ID_Compat_Math_Start = t(225)
	Ideographic = t(226)
	Join_Control = t(227)
	Logical_Order_Exception = t(228)
	Modifier_Combining_Mark = t(229)
	Noncharacter_Code_Point = t(230)
	Other_Alphabetic = t(231)
	Other_Default_Ignorable_Code_Point = t(232)
	Other_Grapheme_Extend = t(233)
	Other_ID_Continue = t(234)
	Other_ID_Start = t(235)
	Other_Lowercase = t(236)
	Other_Math = t(237)
	Other_Uppercase = t(238)
	Pattern_Syntax = t(239)
	Pattern_White_Space = t(240)
	Prepended_Concatenation_Mark = t(241)
	Quotation_Mark = t(242)
	Radical = t(243)
	Regional_Indicator = t(244)
	STerm = t(245)
	Sentence_Terminal = t(245)
	Soft_Dotted = t(246)
	Terminal_Punctuation = t(247)
	Unified_Ideograph = t(248)
	Variation_Selector = t(249)
	White_Space = t(250)
)

// Sets of tables that together make a class.
var (
	GraphicRanges = []*RangeTable{L, M, N, P, S, Zs}
	PrintRanges   = []*RangeTable{L, M, N, P, S}
)

// Categories are the categories by name.
var Categories = map[string]*RangeTable{
	"C": C,
	"Cc": Cc,
	"Cf": Cf,
	"Cn": Cn,
	"Co": Co,
	"Cs": Cs,
	"L": L,
	"LC": LC,
	"Ll": Ll,
	"Lm": Lm,
	"Lo": Lo,
	"Lt": Lt,
	"Lu": Lu,
	"M": M,
	"Mc": Mc,
	"Me": Me,
	"Mn": Mn,
	"N": N,
	"Nd": Nd,
	"Nl": Nl,
	"No": No,
	"P": P,
	"Pc": Pc,
	"Pd": Pd,
	"Pe": Pe,
	"Pf": Pf,
	"Pi": Pi,
	"Po": Po,
	"Ps": Ps,
	"S": S,
	"Sc": Sc,
	"Sk": Sk,
	"Sm": Sm,
	"So": So,
	"Z": Z,
	"Zl": Zl,
	"Zp": Zp,
	"Zs": Zs,
}

// Scripts are the scripts by name.
var Scripts = map[string]*RangeTable{
	"Adlam": Adlam,
	"Ahom": Ahom,
	"Anatolian_Hieroglyphs": Anatolian_Hieroglyphs,
	"Arabic": Arabic,
	"Armenian": Armenian,
	"Avestan": Avestan,
	"Balinese": Balinese,
	"Bamum": Bamum,
	"Bassa_Vah": Bassa_Vah,
	"Batak": Batak,
	"Bengali": Bengali,
	"Beria_Erfe": Beria_Erfe,
	"Bhaiksuki": Bhaiksuki,
	"Bopomofo": Bopomofo,
	"Brahmi": Brahmi,
	"Braille": Braille,
	"Buginese": Buginese,
	"Buhid": Buhid,
	"Canadian_Aboriginal": Canadian_Aboriginal,
	"Carian": Carian,
	"Caucasian_Albanian": Caucasian_Albanian,
	"Chakma": Chakma,
	"Cham": Cham,
	"Cherokee": Cherokee,
	"Chorasmian": Chorasmian,
	"Common": Common,
	"Coptic": Coptic,
	"Cuneiform": Cuneiform,
	"Cypriot": Cypriot,
	"Cypro_Minoan": Cypro_Minoan,
	"Cyrillic": Cyrillic,
	"Deseret": Deseret,
	"Devanagari": Devanagari,
	"Dives_Akuru": Dives_Akuru,
	"Dogra": Dogra,
	"Duployan": Duployan,
	"Egyptian_Hieroglyphs": Egyptian_Hieroglyphs,
	"Elbasan": Elbasan,
	"Elymaic": Elymaic,
	"Ethiopic": Ethiopic,
	"Garay": Garay,
	"Georgian": Georgian,
	"Glagolitic": Glagolitic,
	"Gothic": Gothic,
	"Grantha": Grantha,
	"Greek": Greek,
	"Gujarati": Gujarati,
	"Gunjala_Gondi": Gunjala_Gondi,
	"Gurmukhi": Gurmukhi,
	"Gurung_Khema": Gurung_Khema,
	"Han": Han,
	"Hangul": Hangul,
	"Hanifi_Rohingya": Hanifi_Rohingya,
	"Hanunoo": Hanunoo,
	"Hatran": Hatran,
	"Hebrew": Hebrew,
	"Hiragana": Hiragana,
	"Imperial_Aramaic": Imperial_Aramaic,
	"Inherited": Inherited,
	"Inscriptional_Pahlavi": Inscriptional_Pahlavi,
	"Inscriptional_Parthian": Inscriptional_Parthian,
	"Javanese": Javanese,
	"Kaithi": Kaithi,
	"Kannada": Kannada,
	"Katakana": Katakana,
	"Kawi": Kawi,
	"Kayah_Li": Kayah_Li,
	"Kharoshthi": Kharoshthi,
	"Khitan_Small_Script": Khitan_Small_Script,
	"Khmer": Khmer,
	"Khojki": Khojki,
	"Khudawadi": Khudawadi,
	"Kirat_Rai": Kirat_Rai,
	"Lao": Lao,
	"Latin": Latin,
	"Lepcha": Lepcha,
	"Limbu": Limbu,
	"Linear_A": Linear_A,
	"Linear_B": Linear_B,
	"Lisu": Lisu,
	"Lycian": Lycian,
	"Lydian": Lydian,
	"Mahajani": Mahajani,
	"Makasar": Makasar,
	"Malayalam": Malayalam,
	"Mandaic": Mandaic,
	"Manichaean": Manichaean,
	"Marchen": Marchen,
	"Masaram_Gondi": Masaram_Gondi,
	"Medefaidrin": Medefaidrin,
	"Meetei_Mayek": Meetei_Mayek,
	"Mende_Kikakui": Mende_Kikakui,
	"Meroitic_Cursive": Meroitic_Cursive,
	"Meroitic_Hieroglyphs": Meroitic_Hieroglyphs,
	"Miao": Miao,
	"Modi": Modi,
	"Mongolian": Mongolian,
	"Mro": Mro,
	"Multani": Multani,
	"Myanmar": Myanmar,
	"Nabataean": Nabataean,
	"Nag_Mundari": Nag_Mundari,
	"Nandinagari": Nandinagari,
	"New_Tai_Lue": New_Tai_Lue,
	"Newa": Newa,
	"Nko": Nko,
	"Nushu": Nushu,
	"Nyiakeng_Puachue_Hmong": Nyiakeng_Puachue_Hmong,
	"Ogham": Ogham,
	"Ol_Chiki": Ol_Chiki,
	"Ol_Onal": Ol_Onal,
	"Old_Hungarian": Old_Hungarian,
	"Old_Italic": Old_Italic,
	"Old_North_Arabian": Old_North_Arabian,
	"Old_Permic": Old_Permic,
	"Old_Persian": Old_Persian,
	"Old_Sogdian": Old_Sogdian,
	"Old_South_Arabian": Old_South_Arabian,
	"Old_Turkic": Old_Turkic,
	"Old_Uyghur": Old_Uyghur,
	"Oriya": Oriya,
	"Osage": Osage,
	"Osmanya": Osmanya,
	"Pahawh_Hmong": Pahawh_Hmong,
	"Palmyrene": Palmyrene,
	"Pau_Cin_Hau": Pau_Cin_Hau,
	"Phags_Pa": Phags_Pa,
	"Phoenician": Phoenician,
	"Psalter_Pahlavi": Psalter_Pahlavi,
	"Rejang": Rejang,
	"Runic": Runic,
	"Samaritan": Samaritan,
	"Saurashtra": Saurashtra,
	"Sharada": Sharada,
	"Shavian": Shavian,
	"Siddham": Siddham,
	"Sidetic": Sidetic,
	"SignWriting": SignWriting,
	"Sinhala": Sinhala,
	"Sogdian": Sogdian,
	"Sora_Sompeng": Sora_Sompeng,
	"Soyombo": Soyombo,
	"Sundanese": Sundanese,
	"Sunuwar": Sunuwar,
	"Syloti_Nagri": Syloti_Nagri,
	"Syriac": Syriac,
	"Tagalog": Tagalog,
	"Tagbanwa": Tagbanwa,
	"Tai_Le": Tai_Le,
	"Tai_Tham": Tai_Tham,
	"Tai_Viet": Tai_Viet,
	"Tai_Yo": Tai_Yo,
	"Takri": Takri,
	"Tamil": Tamil,
	"Tangsa": Tangsa,
	"Tangut": Tangut,
	"Telugu": Telugu,
	"Thaana": Thaana,
	"Thai": Thai,
	"Tibetan": Tibetan,
	"Tifinagh": Tifinagh,
	"Tirhuta": Tirhuta,
	"Todhri": Todhri,
	"Tolong_Siki": Tolong_Siki,
	"Toto": Toto,
	"Tulu_Tigalari": Tulu_Tigalari,
	"Ugaritic": Ugaritic,
	"Vai": Vai,
	"Vithkuqi": Vithkuqi,
	"Wancho": Wancho,
	"Warang_Citi": Warang_Citi,
	"Yezidi": Yezidi,
	"Yi": Yi,
	"Zanabazar_Square": Zanabazar_Square,
}

// Properties are the properties by name.
var Properties = map[string]*RangeTable{
	"ASCII_Hex_Digit": ASCII_Hex_Digit,
	"Bidi_Control": Bidi_Control,
	"Dash": Dash,
	"Deprecated": Deprecated,
	"Diacritic": Diacritic,
	"Extender": Extender,
	"Hex_Digit": Hex_Digit,
	"Hyphen": Hyphen,
	"IDS_Binary_Operator": IDS_Binary_Operator,
	"IDS_Trinary_Operator": IDS_Trinary_Operator,
	"IDS_Unary_Operator": IDS_Unary_Operator,
	"ID_Compat_Math_Continue": ID_Compat_Math_Continue,
	"ID_Compat_Math_Start": ID_Compat_Math_Start,
	"Ideographic": Ideographic,
	"Join_Control": Join_Control,
	"Logical_Order_Exception": Logical_Order_Exception,
	"Modifier_Combining_Mark": Modifier_Combining_Mark,
	"Noncharacter_Code_Point": Noncharacter_Code_Point,
	"Other_Alphabetic": Other_Alphabetic,
	"Other_Default_Ignorable_Code_Point": Other_Default_Ignorable_Code_Point,
	"Other_Grapheme_Extend": Other_Grapheme_Extend,
	"Other_ID_Continue": Other_ID_Continue,
	"Other_ID_Start": Other_ID_Start,
	"Other_Lowercase": Other_Lowercase,
	"Other_Math": Other_Math,
	"Other_Uppercase": Other_Uppercase,
	"Pattern_Syntax": Pattern_Syntax,
	"Pattern_White_Space": Pattern_White_Space,
	"Prepended_Concatenation_Mark": Prepended_Concatenation_Mark,
	"Quotation_Mark": Quotation_Mark,
	"Radical": Radical,
	"Regional_Indicator": Regional_Indicator,
	"STerm": STerm,
	"Sentence_Terminal": Sentence_Terminal,
	"Soft_Dotted": Soft_Dotted,
	"Terminal_Punctuation": Terminal_Punctuation,
	"Unified_Ideograph": Unified_Ideograph,
	"Variation_Selector": Variation_Selector,
	"White_Space": White_Space,
}
