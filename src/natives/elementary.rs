//! Elementary functions that print the same digits as compiled Go's on amd64: the algorithms and coefficients are those of
//! Cephes (trigonometric and hyperbolic functions) and FreeBSD's msun (logarithms, expm1, cbrt, inverse hyperbolic functions),
//! with the operations in the order that gives the same roundings.

use std::f64::consts::FRAC_2_PI;
use std::f64::consts::FRAC_PI_2;
use std::f64::consts::FRAC_PI_4;
use std::f64::consts::LN_2;
use std::f64::consts::PI;

const LN2_HI: f64 = 6.931_471_803_691_238_164_90e-01;
const LN2_LO: f64 = 1.908_214_929_270_587_700_02e-10;

/// Go's NaN.
pub const NAN: f64 = f64::from_bits(0x7FF8_0000_0000_0001);

/// A polynomial, highest coefficient first.
fn poly(x: f64, c: &[f64]) -> f64 {
    c[1..].iter().fold(c[0], |sum, k| sum * x + k)
}

/// math.Frexp.
pub fn frexp(f: f64) -> (f64, i64) {
    if f == 0.0 || !f.is_finite() {
        return (f, 0);
    }
    let (f, shift) = if f.abs() < f64::MIN_POSITIVE {
        (f * (1u64 << 52) as f64, -52)
    } else {
        (f, 0)
    };
    let bits = f.to_bits();
    let exp = shift + (bits >> 52 & 0x7FF) as i64 - 1022;
    (f64::from_bits(bits & !(0x7FF << 52) | 1022 << 52), exp)
}

/// math.Ldexp.
pub fn ldexp(frac: f64, exp: i64) -> f64 {
    if frac == 0.0 || !frac.is_finite() {
        return frac;
    }
    let (m, e) = frexp(frac);
    let exp = exp.saturating_add(e) - 1;
    let m = m * 2.0;
    if exp < -1075 {
        return 0f64.copysign(frac);
    }
    if exp > 1023 {
        return f64::INFINITY.copysign(frac);
    }
    let (exp, scale) = if exp < -1022 {
        (exp + 53, 1.0 / (1u64 << 53) as f64)
    } else {
        (exp, 1.0)
    };
    scale * f64::from_bits(m.to_bits() & !(0x7FF << 52) | ((exp + 1023) as u64) << 52)
}

fn has_fma() -> bool {
    #[cfg(target_arch = "x86_64")]
    return std::arch::is_x86_feature_detected!("fma")
        && std::arch::is_x86_feature_detected!("avx");
    #[cfg(not(target_arch = "x86_64"))]
    true
}

/// math.Exp: e^x = 2^k * e^r, the latter from its series at r/16 and four squarings.
pub fn exp(x: f64) -> f64 {
    const C: [f64; 8] = [
        2.480_158_730_158_730_158_7e-5,
        1.984_126_984_126_984_127_0e-4,
        1.388_888_888_888_888_888_9e-3,
        8.333_333_333_333_333_333_3e-3,
        4.166_666_666_666_666_666_7e-2,
        1.666_666_666_666_666_666_7e-1,
        0.5,
        1.0,
    ];
    const HI: f64 = 0.693_147_180_559_662_956_511_601_805_686_950_683_593_75;
    const LO: f64 = 0.282_352_905_630_315_771_225_884_481_750_134_360_255_254_120_68e-12;
    if x.is_nan() || x == f64::INFINITY {
        return x;
    }
    if x == f64::NEG_INFINITY {
        return 0.0;
    }
    if x > 7.097_827_128_933_84e+02 {
        return f64::INFINITY;
    }
    let k = (std::f64::consts::LOG2_E * x).round_ties_even();
    if k < -2_147_483_648.0 {
        return 0.0;
    }
    let y = if has_fma() {
        let mut r = (-k).mul_add(HI, x);
        r = (-k).mul_add(LO, r);
        r *= 0.0625;
        let p = C[1..].iter().fold(C[0], |p, c| p.mul_add(r, *c));
        let mut y = r * p;
        for _ in 0..3 {
            y *= y + 2.0;
        }
        y.mul_add(y + 2.0, 1.0)
    } else {
        let r = ((x - k * HI) - k * LO) * 0.0625;
        let mut y = r * poly(r, &C);
        for _ in 0..4 {
            y *= y + 2.0;
        }
        y + 1.0
    };
    let e = k as i64 + 1023;
    match e {
        2047.. => f64::INFINITY,
        1.. => y * f64::from_bits((e as u64) << 52),
        -52.. => y * f64::from_bits(((e + 1022) as u64) << 52) * f64::from_bits(1 << 52),
        _ => 0.0,
    }
}

/// 2^k * e^(hi-lo).
fn exp_multi(hi: f64, lo: f64, k: i64) -> f64 {
    let r = hi - lo;
    let t = r * r;
    let c = r - t
        * (1.666_666_666_666_666_574_15e-01
            + t * (-2.777_777_777_701_559_338_42e-03
                + t * (6.613_756_321_437_934_361_17e-05
                    + t * (-1.653_390_220_546_525_153_90e-06
                        + t * 4.138_136_797_057_238_460_39e-08))));
    let y = 1.0 - ((lo - (r * c) / (2.0 - c)) - hi);
    ldexp(y, k)
}

/// math.Exp2.
pub fn exp2(x: f64) -> f64 {
    if x.is_nan() {
        return x;
    }
    if x > 1.023_999_999_999_999_9e+03 {
        return f64::INFINITY;
    }
    if x < -1.0740e+03 {
        return 0.0;
    }
    let k = if x > 0.0 {
        (x + 0.5).trunc()
    } else if x < 0.0 {
        (x - 0.5).trunc()
    } else {
        0.0
    };
    let t = x - k;
    exp_multi(t * LN2_HI, -t * LN2_LO, k as i64)
}

/// math.Log.
pub fn log(x: f64) -> f64 {
    if x == 0.0 {
        return f64::NEG_INFINITY;
    }
    if x.is_nan() || x == f64::INFINITY {
        return if x.is_sign_negative() { NAN } else { x };
    }
    if x < 0.0 {
        return NAN;
    }
    let bits = x.to_bits();
    let mut f1 = f64::from_bits(bits & 0x000F_FFFF_FFFF_FFFF | 0x3FE0_0000_0000_0000);
    let mut k = ((bits >> 52) as i64 - 1022) as f64;
    if f1 < std::f64::consts::FRAC_1_SQRT_2 {
        f1 *= 2.0;
        k -= 1.0;
    }
    let f = f1 - 1.0;
    let s = f / (2.0 + f);
    let s2 = s * s;
    let s4 = s2 * s2;
    let t1 = s2
        * (6.666_666_666_666_735_130e-01
            + s4 * (2.857_142_874_366_239_149e-01
                + s4 * (1.818_357_216_161_805_012e-01 + s4 * 1.479_819_860_511_658_591e-01)));
    let t2 = s4
        * (3.999_999_999_940_941_908e-01
            + s4 * (2.222_219_843_214_978_396e-01 + s4 * 1.531_383_769_920_937_332e-01));
    let r = t1 + t2;
    let hfsq = 0.5 * f * f;
    k * LN2_HI - ((hfsq - (s * (hfsq + r) + k * LN2_LO)) - f)
}

/// math.Log10.
pub fn log10(x: f64) -> f64 {
    log(x) * std::f64::consts::LOG10_E
}

/// math.Log2.
pub fn log2(x: f64) -> f64 {
    let (frac, exp) = frexp(x);
    if frac == 0.5 {
        return (exp - 1) as f64;
    }
    log(frac) * std::f64::consts::LOG2_E + exp as f64
}

/// math.Log1p.
pub fn log1p(x: f64) -> f64 {
    if x < -1.0 || x.is_nan() {
        return NAN;
    }
    if x == -1.0 {
        return f64::NEG_INFINITY;
    }
    if x == f64::INFINITY {
        return x;
    }
    let a = x.abs();
    let (mut f, mut iu, mut k, mut c) = (0.0, 0u64, 1i64, 0.0);
    if a < 4.142_135_623_730_950_488_017e-01 {
        if a < 1.0 / (1u64 << 29) as f64 {
            if a < 1.0 / (1u64 << 54) as f64 {
                return x;
            }
            return x - x * x * 0.5;
        }
        if x > -2.928_932_188_134_524_755_992e-01 {
            k = 0;
            f = x;
            iu = 1;
        }
    }
    if k != 0 {
        let mut u;
        if a < (1u64 << 53) as f64 {
            u = 1.0 + x;
            iu = u.to_bits();
            k = (iu >> 52) as i64 - 1023;
            c = if k > 0 { 1.0 - (u - x) } else { x - (u - 1.0) };
            c /= u;
        } else {
            u = x;
            iu = u.to_bits();
            k = (iu >> 52) as i64 - 1023;
        }
        iu &= 0x000F_FFFF_FFFF_FFFF;
        if iu < 0x0006_A09E_667F_3BCD {
            u = f64::from_bits(iu | 0x3FF0_0000_0000_0000);
        } else {
            k += 1;
            u = f64::from_bits(iu | 0x3FE0_0000_0000_0000);
            iu = (0x0010_0000_0000_0000 - iu) >> 2;
        }
        f = u - 1.0;
    }
    let hfsq = 0.5 * f * f;
    let kf = k as f64;
    if iu == 0 {
        if f == 0.0 {
            if k == 0 {
                return 0.0;
            }
            c += kf * LN2_LO;
            return kf * LN2_HI + c;
        }
        let r = hfsq * (1.0 - 0.666_666_666_666_666_66 * f);
        if k == 0 {
            return f - r;
        }
        return kf * LN2_HI - ((r - (kf * LN2_LO + c)) - f);
    }
    let s = f / (2.0 + f);
    let z = s * s;
    let r = z
        * (6.666_666_666_666_735_130e-01
            + z * (3.999_999_999_940_941_908e-01
                + z * (2.857_142_874_366_239_149e-01
                    + z * (2.222_219_843_214_978_396e-01
                        + z * (1.818_357_216_161_805_012e-01
                            + z * (1.531_383_769_920_937_332e-01
                                + z * 1.479_819_860_511_658_591e-01))))));
    if k == 0 {
        return f - (hfsq - s * (hfsq + r));
    }
    kf * LN2_HI - ((hfsq - (s * (hfsq + r) + (kf * LN2_LO + c))) - f)
}

/// math.Expm1.
pub fn expm1(x: f64) -> f64 {
    if x.is_nan() || x == f64::INFINITY {
        return x;
    }
    if x == f64::NEG_INFINITY {
        return -1.0;
    }
    let a = x.abs();
    let neg = x < 0.0;
    if a >= 3.881_624_211_135_693_732_74e+01 {
        if neg {
            return -1.0;
        }
        if a >= 7.097_827_128_933_839_730_96e+02 {
            return f64::INFINITY;
        }
    }
    let (mut x, mut c, mut k) = (x, 0.0, 0i64);
    if a > 3.465_735_902_799_726_547_09e-01 {
        let (hi, lo);
        if a < 1.039_720_770_839_917_964_13e+00 {
            if neg {
                hi = x + LN2_HI;
                lo = -LN2_LO;
                k = -1;
            } else {
                hi = x - LN2_HI;
                lo = LN2_LO;
                k = 1;
            }
        } else {
            let half = if neg { -0.5 } else { 0.5 };
            k = (1.442_695_040_888_963_387_00e+00 * x + half) as i64;
            let t = k as f64;
            hi = x - t * LN2_HI;
            lo = t * LN2_LO;
        }
        x = hi - lo;
        c = (hi - x) - lo;
    } else if a < 1.0 / (1u64 << 54) as f64 {
        return x;
    }
    let hfx = 0.5 * x;
    let hxs = x * hfx;
    let r1 = 1.0
        + hxs
            * (-3.333_333_333_333_313_164_28e-02
                + hxs
                    * (1.587_301_587_254_814_601_65e-03
                        + hxs
                            * (-7.936_507_578_674_879_424_73e-05
                                + hxs
                                    * (4.008_217_827_329_362_395_52e-06
                                        + hxs * -2.010_992_181_836_243_713_26e-07))));
    let t = 3.0 - r1 * hfx;
    let mut e = hxs * ((r1 - t) / (6.0 - x * t));
    if k == 0 {
        return x - (x * e - hxs);
    }
    e = x * (e - c) - c;
    e -= hxs;
    let shift = |y: f64| f64::from_bits(y.to_bits().wrapping_add((k as u64) << 52));
    match k {
        -1 => 0.5 * (x - e) - 0.5,
        1 if x < -0.25 => -2.0 * (e - (x + 0.5)),
        1 => 1.0 + 2.0 * (x - e),
        _ if k <= -2 || k > 56 => shift(1.0 - (e - x)) - 1.0,
        _ if k < 20 => {
            let t = f64::from_bits(0x3FF0_0000_0000_0000 - (0x20_0000_0000_0000 >> k as u32));
            shift(t - (e - x))
        }
        _ => {
            let t = f64::from_bits(((0x3FF - k) as u64) << 52);
            shift(x - (e + t) + 1.0)
        }
    }
}

/// 4/Pi in words, for the reduction of large angles after Payne and Hanek.
const FOUR_OVER_PI: [u64; 20] = [
    0x0000000000000001,
    0x45f306dc9c882a53,
    0xf84eafa3ea69bb81,
    0xb6c52b3278872083,
    0xfca2c757bd778ac3,
    0x6e48dc74849ba5c0,
    0x0c925dd413a32439,
    0xfc3bd63962534e7d,
    0xd1046bea5d768909,
    0xd338e04d68befc82,
    0x7323ac7306a673e9,
    0x3908bf177bf25076,
    0x3ff12fffbc0b301f,
    0xde5e2316b414da3e,
    0xda6cfd9e4f96136e,
    0x9e8c7ecd3cbfd45a,
    0xea4f758fd7cbe2f6,
    0x7a0e73ef14a525d4,
    0xd7f6bf623f1aba10,
    0xac06608df8f6d757,
];

/// The octant of `x` (even, so that what is left lies around 0) and the angle in it.
fn reduce(x: f64) -> (u64, f64) {
    if x < (1u64 << 29) as f64 {
        let mut j = (x * (2.0 * FRAC_2_PI)) as u64;
        let mut y = j as f64;
        if j & 1 == 1 {
            j += 1;
            y += 1.0;
        }
        let z = ((x - y * 7.853_981_256_484_985_351_56e-1) - y * 3.774_894_707_930_798_176_68e-8)
            - y * 2.695_151_429_079_059_526_45e-15;
        return (j & 7, z);
    }
    let bits = x.to_bits();
    let exp = (bits >> 52 & 0x7FF) as i64 - 1023 - 52;
    let m = bits & !(0xFFF << 52) | 1 << 52;
    let (digit, shift) = ((exp + 61) as usize / 64, (exp + 61) as u32 % 64);
    let word = |i: usize| {
        let hi = FOUR_OVER_PI[digit + i] << shift;
        if shift == 0 {
            hi
        } else {
            hi | FOUR_OVER_PI[digit + i + 1] >> (64 - shift)
        }
    };
    let mul = |a: u64| u128::from(a) * u128::from(m);
    let z2 = (mul(word(2)) >> 64) as u64;
    let z1 = mul(word(1));
    let z0 = word(0).wrapping_mul(m);
    let (lo, carry) = (z1 as u64).overflowing_add(z2);
    let hi = z0
        .wrapping_add((z1 >> 64) as u64)
        .wrapping_add(u64::from(carry));
    let mut j = hi >> 61;
    let hi = hi << 3 | lo >> 61;
    let lz = hi.leading_zeros() + 1;
    let e = u64::from(1023 - lz);
    let frac = if lz >= 64 {
        lo
    } else {
        hi << lz | lo >> (64 - lz)
    };
    let mut z = f64::from_bits(frac >> 12 | e << 52);
    if j & 1 == 1 {
        j = (j + 1) & 7;
        z -= 1.0;
    }
    (j, z * FRAC_PI_4)
}

fn sin_poly(z: f64) -> f64 {
    const C: [f64; 6] = [
        1.589_623_015_765_465_680_60e-10,
        -2.505_074_776_285_780_728_66e-8,
        2.755_731_362_138_572_452_13e-6,
        -1.984_126_982_958_953_859_96e-4,
        8.333_333_333_322_118_588_78e-3,
        -1.666_666_666_666_663_072_95e-1,
    ];
    let zz = z * z;
    z + z * zz * poly(zz, &C)
}

fn cos_poly(z: f64) -> f64 {
    const C: [f64; 6] = [
        -1.135_853_652_138_768_173_00e-11,
        2.087_570_084_197_473_167_78e-9,
        -2.755_731_417_929_673_881_12e-7,
        2.480_158_728_885_170_453_48e-5,
        -1.388_888_888_887_305_641_16e-3,
        4.166_666_666_666_659_292_18e-2,
    ];
    let zz = z * z;
    1.0 - 0.5 * zz + zz * zz * poly(zz, &C)
}

/// math.Sin.
pub fn sin(x: f64) -> f64 {
    if x == 0.0 || x.is_nan() {
        return x;
    }
    if x.is_infinite() {
        return NAN;
    }
    let (j, z) = reduce(x.abs());
    let y = if j & 3 == 1 || j & 3 == 2 {
        cos_poly(z)
    } else {
        sin_poly(z)
    };
    if (x < 0.0) != (j > 3) { -y } else { y }
}

/// math.Cos.
pub fn cos(x: f64) -> f64 {
    if !x.is_finite() {
        return NAN;
    }
    let (j, z) = reduce(x.abs());
    let y = if j & 3 == 1 || j & 3 == 2 {
        sin_poly(z)
    } else {
        cos_poly(z)
    };
    if (j > 3) != (j & 3 > 1) { -y } else { y }
}

/// math.Tan.
pub fn tan(x: f64) -> f64 {
    const P: [f64; 3] = [
        -1.309_369_391_813_837_776_46e4,
        1.153_516_648_385_874_161_40e6,
        -1.795_652_519_764_848_779_88e7,
    ];
    const Q: [f64; 5] = [
        1.0,
        1.368_129_634_706_929_546_78e4,
        -1.320_892_344_402_109_674_47e6,
        2.500_838_018_233_579_158_39e7,
        -5.386_957_559_294_546_298_81e7,
    ];
    if x == 0.0 || x.is_nan() {
        return x;
    }
    if x.is_infinite() {
        return NAN;
    }
    let (j, z) = reduce(x.abs());
    let zz = z * z;
    let mut y = z;
    if zz > 1e-14 {
        y = z + z * (zz * poly(zz, &P) / poly(zz, &Q));
    }
    if j & 2 == 2 {
        y = -1.0 / y;
    }
    if x < 0.0 { -y } else { y }
}

fn atan_small(x: f64) -> f64 {
    const P: [f64; 5] = [
        -8.750_608_600_031_904_122_785e-01,
        -1.615_753_718_733_365_076_637e+01,
        -7.500_855_792_314_704_667_340e+01,
        -1.228_866_684_490_136_173_410e+02,
        -6.485_021_904_942_025_371_773e+01,
    ];
    const Q: [f64; 6] = [
        1.0,
        2.485_846_490_142_306_297_962e+01,
        1.650_270_098_316_988_542_046e+02,
        4.328_810_604_912_902_668_951e+02,
        4.853_903_996_359_136_964_868e+02,
        1.945_506_571_482_613_964_425e+02,
    ];
    let z = x * x;
    let z = z * poly(z, &P) / poly(z, &Q);
    x * z + x
}

fn atan_positive(x: f64) -> f64 {
    const MORE: f64 = 6.123_233_995_736_765_886_130e-17;
    if x <= 0.66 {
        return atan_small(x);
    }
    if x > 2.414_213_562_373_095_048_80 {
        return FRAC_PI_2 - atan_small(1.0 / x) + MORE;
    }
    FRAC_PI_4 + atan_small((x - 1.0) / (x + 1.0)) + 0.5 * MORE
}

/// math.Atan.
pub fn atan(x: f64) -> f64 {
    if x == 0.0 {
        x
    } else if x > 0.0 {
        atan_positive(x)
    } else {
        -atan_positive(-x)
    }
}

/// math.Atan2.
pub fn atan2(y: f64, x: f64) -> f64 {
    if y.is_nan() || x.is_nan() {
        return NAN;
    }
    let angle = if y == 0.0 {
        if x.is_sign_negative() { PI } else { 0.0 }
    } else if x == 0.0 {
        FRAC_PI_2
    } else if x.is_infinite() {
        match (x > 0.0, y.is_infinite()) {
            (true, true) => FRAC_PI_4,
            (true, false) => 0.0,
            (false, true) => 2.356_194_490_192_344_928_85,
            (false, false) => PI,
        }
    } else if y.is_infinite() {
        FRAC_PI_2
    } else {
        let q = atan(y / x);
        return match (x < 0.0, q <= 0.0) {
            (true, true) => q + PI,
            (true, false) => q - PI,
            _ => q,
        };
    };
    angle.copysign(y)
}

/// math.Asin.
pub fn asin(x: f64) -> f64 {
    if x == 0.0 {
        return x;
    }
    let a = x.abs();
    if a > 1.0 {
        return NAN;
    }
    let t = (1.0 - a * a).sqrt();
    let t = if a > 0.7 {
        FRAC_PI_2 - atan_positive(t / a)
    } else {
        atan_positive(a / t)
    };
    if x < 0.0 { -t } else { t }
}

/// math.Acos.
pub fn acos(x: f64) -> f64 {
    FRAC_PI_2 - asin(x)
}

/// math.Sinh.
pub fn sinh(x: f64) -> f64 {
    let a = if x < 0.0 { -x } else { x };
    let t = if a > 21.0 {
        exp(a) * 0.5
    } else if a > 0.5 {
        let e = exp(a);
        (e - 1.0 / e) * 0.5
    } else {
        let sq = a * a;
        let t = poly(
            sq,
            &[
                -0.263_056_321_339_749_706_281_948_9e+2,
                -0.289_421_135_598_956_380_728_466_036_6e+4,
                -0.899_127_202_203_950_935_539_801_351_1e+5,
                -0.630_767_364_049_771_699_118_478_725_1e+6,
            ],
        ) * a;
        t / poly(
            sq,
            &[
                1.0,
                -0.173_678_953_558_233_699_533_450_911e+3,
                0.152_151_737_879_001_907_069_648_517_6e+5,
                -0.630_767_364_049_771_699_121_207_727_7e+6,
            ],
        )
    };
    if x < 0.0 { -t } else { t }
}

/// math.Cosh.
pub fn cosh(x: f64) -> f64 {
    let a = x.abs();
    let e = exp(a);
    if a > 21.0 {
        return e * 0.5;
    }
    (e + 1.0 / e) * 0.5
}

/// math.Tanh.
pub fn tanh(x: f64) -> f64 {
    let z = x.abs();
    if z > 44.014_845_965_556_527_147_994 {
        return if x < 0.0 { -1.0 } else { 1.0 };
    }
    if z >= 0.625 {
        let s = exp(2.0 * z);
        let z = 1.0 - 2.0 / (s + 1.0);
        return if x < 0.0 { -z } else { z };
    }
    if x == 0.0 {
        return x;
    }
    let s = x * x;
    const P: [f64; 3] = [
        -9.643_991_794_250_522_386_28e-1,
        -9.928_772_310_019_185_865_64e1,
        -1.614_687_684_417_084_479_52e3,
    ];
    const Q: [f64; 4] = [
        1.0,
        1.128_116_784_916_329_314_02e2,
        2.235_488_390_601_004_485_83e3,
        4.844_063_053_251_254_860_48e3,
    ];
    x + x * s * poly(s, &P) / poly(s, &Q)
}

/// math.Asinh.
pub fn asinh(x: f64) -> f64 {
    if x == 0.0 || !x.is_finite() {
        return x;
    }
    let a = x.abs();
    let t = if a > (1u64 << 28) as f64 {
        log(a) + LN_2
    } else if a > 2.0 {
        log(2.0 * a + 1.0 / ((a * a + 1.0).sqrt() + a))
    } else if a < 1.0 / (1u64 << 28) as f64 {
        a
    } else {
        log1p(a + a * a / (1.0 + (1.0 + a * a).sqrt()))
    };
    if x < 0.0 { -t } else { t }
}

/// math.Acosh.
pub fn acosh(x: f64) -> f64 {
    if x < 1.0 || x.is_nan() {
        return NAN;
    }
    if x == 1.0 {
        return 0.0;
    }
    if x >= (1u64 << 28) as f64 {
        return log(x) + LN_2;
    }
    if x > 2.0 {
        return log(2.0 * x - 1.0 / (x + (x * x - 1.0).sqrt()));
    }
    let t = x - 1.0;
    log1p(t + (2.0 * t + t * t).sqrt())
}

/// math.Atanh.
pub fn atanh(x: f64) -> f64 {
    if !(-1.0..=1.0).contains(&x) {
        return NAN;
    }
    if x == 1.0 {
        return f64::INFINITY;
    }
    if x == -1.0 {
        return f64::NEG_INFINITY;
    }
    let a = x.abs();
    let t = if a < 1.0 / (1u64 << 28) as f64 {
        a
    } else if a < 0.5 {
        let t = a + a;
        0.5 * log1p(t + t * a / (1.0 - a))
    } else {
        0.5 * log1p((a + a) / (1.0 - a))
    };
    if x < 0.0 || x == 0.0 && x.is_sign_negative() {
        -t
    } else {
        t
    }
}

/// math.Cbrt.
pub fn cbrt(x: f64) -> f64 {
    if x == 0.0 || !x.is_finite() {
        return x;
    }
    let a = x.abs();
    let mut t = f64::from_bits(a.to_bits() / 3 + (715_094_163u64 << 32));
    if a < f64::MIN_POSITIVE {
        t = (1u64 << 54) as f64 * a;
        t = f64::from_bits(t.to_bits() / 3 + (696_219_795u64 << 32));
    }
    let r = t * t / a;
    let s = 5.428_571_428_571_428_159_06e-01 + r * t;
    t *= 3.571_428_571_428_571_507_87e-01
        + 1.607_142_857_142_857_206_30e+00
            / (s + 1.414_285_714_285_714_368_19e+00 + -7.053_061_224_489_796_110_50e-01 / s);
    t = f64::from_bits((t.to_bits() & (0xF_FFFF_FFFC << 28)).wrapping_add(1 << 30));
    let s = t * t;
    let r = a / s;
    let w = t + t;
    let r = (r - t) / (w + r);
    t += t * r;
    if x < 0.0 { -t } else { t }
}

/// math.Hypot.
pub fn hypot(p: f64, q: f64) -> f64 {
    let (p, q) = (p.abs(), q.abs());
    if p.is_infinite() || q.is_infinite() {
        return f64::INFINITY;
    }
    if p.is_nan() || q.is_nan() {
        return NAN;
    }
    let (p, q) = if p < q { (q, p) } else { (p, q) };
    if p == 0.0 {
        return 0.0;
    }
    let q = q / p;
    p * (1.0 + q * q).sqrt()
}

/// math.Pow.
pub fn pow(x: f64, y: f64) -> f64 {
    let odd = || y.abs() < (1u64 << 53) as f64 && y.trunc() == y && y as i64 & 1 == 1;
    if y == 0.0 || x == 1.0 {
        return 1.0;
    }
    if y == 1.0 {
        return x;
    }
    if x.is_nan() || y.is_nan() {
        return NAN;
    }
    if x == 0.0 {
        let r = if y < 0.0 { f64::INFINITY } else { 0.0 };
        return if x.is_sign_negative() && odd() { -r } else { r };
    }
    if y.is_infinite() {
        return if x == -1.0 {
            1.0
        } else if (x.abs() < 1.0) == (y > 0.0) {
            0.0
        } else {
            f64::INFINITY
        };
    }
    if x.is_infinite() {
        if x < 0.0 {
            return pow(1.0 / x, -y);
        }
        return if y < 0.0 { 0.0 } else { f64::INFINITY };
    }
    if y == 0.5 {
        return go_sqrt(x);
    }
    if y == -0.5 {
        return 1.0 / go_sqrt(x);
    }
    let mut yi = y.abs().trunc();
    let mut yf = y.abs() - yi;
    if yf != 0.0 && x < 0.0 {
        return NAN;
    }
    if yi >= 9.223_372_036_854_775_808e18 {
        return if x == -1.0 {
            1.0
        } else if (x.abs() < 1.0) == (y > 0.0) {
            0.0
        } else {
            f64::INFINITY
        };
    }
    let (mut a, mut ae) = (1.0, 0i64);
    if yf != 0.0 {
        if yf > 0.5 {
            yf -= 1.0;
            yi += 1.0;
        }
        a = exp(yf * log(x));
    }
    let (mut x1, mut xe) = frexp(x);
    let mut i = yi as i64;
    while i != 0 {
        if !(-(1 << 12)..=1 << 12).contains(&xe) {
            ae += xe;
            break;
        }
        if i & 1 == 1 {
            a *= x1;
            ae += xe;
        }
        x1 *= x1;
        xe <<= 1;
        if x1 < 0.5 {
            x1 += x1;
            xe -= 1;
        }
        i >>= 1;
    }
    if y < 0.0 {
        a = 1.0 / a;
        ae = -ae;
    }
    ldexp(a, ae)
}

/// A square root whose NaN has the sign that the processor gives it.
pub fn go_sqrt(x: f64) -> f64 {
    x.sqrt()
}

/// math.Mod.
pub fn modulo(x: f64, y: f64) -> f64 {
    if y == 0.0 || !x.is_finite() || y.is_nan() {
        return NAN;
    }
    x % y.abs()
}

/// math.Remainder.
pub fn remainder(x: f64, y: f64) -> f64 {
    if x.is_nan() || y.is_nan() || x.is_infinite() || y == 0.0 {
        return NAN;
    }
    if y.is_infinite() {
        return x;
    }
    let (neg, mut x, y) = (x.is_sign_negative(), x.abs(), y.abs());
    if x == y {
        return if neg { -0.0 } else { 0.0 };
    }
    if y <= f64::MAX / 2.0 {
        x = modulo(x, y + y);
    }
    if y < 4.450_147_717_014_402_766e-308 {
        if x + x > y {
            x -= y;
            if x + x >= y {
                x -= y;
            }
        }
    } else {
        let half = 0.5 * y;
        if x > half {
            x -= y;
            if x >= half {
                x -= y;
            }
        }
    }
    if neg { -x } else { x }
}
