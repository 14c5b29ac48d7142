//! The error function, its inverse and the gamma function, with the digits of compiled Go on amd64: the rational
//! approximations are those of FreeBSD's msun (erf, lgamma), Cephes (gamma) and M. Wichura's algorithm AS 241 (the inverse of
//! erf, by way of the normal distribution), with the operations in the order that gives the same roundings.

use std::f64::consts::LN_2;
use std::f64::consts::PI;

use crate::natives::elementary as e;

/// A polynomial, highest coefficient first.
fn poly(x: f64, c: &[f64]) -> f64 {
    c[1..].iter().fold(c[0], |sum, k| sum * x + k)
}

/// erf(1), to half the bits.
const ERF_ONE: f64 = 8.450_629_115_104_675e-1;
/// 2/sqrt(pi) - 1.
const ERF_SLOPE: f64 = 1.283_791_670_955_125_9e-1;

/// erf(x)/x - 1 up to 0.84375: numerator in x*x.
const ERF_SMALL: [f64; 5] = [
    -2.3763016656650163e-05,
    -0.005770270296489442,
    -0.02848174957559851,
    -0.3250421072470015,
    0.12837916709551256,
];

/// Its denominator.
const ERF_SMALL_Q: [f64; 6] = [
    -3.960228278775368e-06,
    0.00013249473800432164,
    0.005081306281875766,
    0.0650222499887673,
    0.39791722395915535,
    1.0,
];

/// erf(x) - ERF_ONE up to 1.25: numerator in x - 1.
const ERF_MIDDLE: [f64; 7] = [
    -0.002166375594868791,
    0.035478304325618236,
    -0.11089469428239668,
    0.31834661990116175,
    -0.3722078760357013,
    0.41485611868374833,
    -0.0023621185607526594,
];

/// Its denominator.
const ERF_MIDDLE_Q: [f64; 7] = [
    0.011984499846799107,
    0.01363708391202905,
    0.12617121980876164,
    0.07182865441419627,
    0.540397917702171,
    0.10642088040084423,
    1.0,
];

/// The exponent of erfc up to 1/0.35: numerator in 1/(x*x).
const ERFC_NEAR: [f64; 8] = [
    -9.814329344169145,
    -81.2874355063066,
    -184.60509290671104,
    -162.39666946257347,
    -62.375332450326006,
    -10.558626225323291,
    -0.6938585727071818,
    -0.009864944034847148,
];

/// Its denominator.
const ERFC_NEAR_Q: [f64; 9] = [
    -0.0604244152148581,
    6.570249770319282,
    108.63500554177944,
    429.00814002756783,
    645.3872717332679,
    434.56587747522923,
    137.65775414351904,
    19.651271667439257,
    1.0,
];

/// The same beyond.
const ERFC_FAR: [f64; 7] = [
    -483.5191916086514,
    -1025.0951316110772,
    -637.5664433683896,
    -160.63638485582192,
    -17.757954917754752,
    -0.799283237680523,
    -0.0098649429247001,
];

/// Its denominator.
const ERFC_FAR_Q: [f64; 8] = [
    -22.44095244658582,
    474.52854120695537,
    2553.0504064331644,
    3199.8582195085955,
    1536.729586084437,
    325.7925129965739,
    30.33806074348246,
    1.0,
];

/// The inverse of erf up to 0.85: numerator.
const INV_CENTER: [f64; 8] = [
    887.0940696254552,
    11819.493347062295,
    23782.041382114385,
    16235.862515167575,
    4854.886889384388,
    697.062665343896,
    47.07268811238398,
    1.1975323115670913,
];

/// Its denominator.
const INV_CENTER_Q: [f64; 8] = [
    5226.495278852854,
    28729.085735721943,
    39307.89580009271,
    21213.794301586597,
    5394.196021424751,
    687.1870074920579,
    42.31333070160091,
    1.0,
];

/// The inverse of erf beyond: numerator.
const INV_MIDDLE: [f64; 8] = [
    0.0007745450142783414,
    0.022723844989269184,
    0.2417807251774506,
    1.2704582524523684,
    3.6478483247632045,
    5.769497221460691,
    4.630337846156546,
    1.4234371107496835,
];

/// Its denominator.
const INV_MIDDLE_Q: [f64; 8] = [
    1.4859850019840355e-09,
    0.0007744145906515771,
    0.021494160384252878,
    0.2094506521051275,
    0.9754783200178743,
    2.3707661626024534,
    2.9036514445419948,
    1.4142135623730951,
];

/// The inverse of erf close to 1: numerator.
const INV_TAIL: [f64; 8] = [
    2.0103343992922881e-07,
    2.7115555687434876e-05,
    0.0012426609473880784,
    0.026532189526576124,
    0.29656057182850487,
    1.7848265399172913,
    5.463784911164114,
    6.657904643501103,
];

/// Its denominator.
const INV_TAIL_Q: [f64; 8] = [
    2.8910246058729655e-15,
    2.010321207683943e-07,
    2.6110884050805935e-05,
    0.0011128009970788597,
    0.02103693768272069,
    0.19364809469506591,
    0.8482908416595164,
    1.4142135623730951,
];

/// gamma(x + 2) between 0 and 1: numerator.
const GAMMA: [f64; 7] = [
    0.00016011952247675185,
    0.0011913514700658638,
    0.010421379756176158,
    0.04763678004571372,
    0.20744822764843598,
    0.4942148268014971,
    1.0,
];

/// Its denominator.
const GAMMA_Q: [f64; 8] = [
    -2.3158187332412014e-05,
    0.0005396055804933034,
    -0.004456419138517973,
    0.011813978522206043,
    0.035823639860549865,
    -0.23459179571824335,
    0.0714304917030273,
    1.0,
];

/// The series of Stirling's formula in 1/x.
const STIRLING: [f64; 6] = [
    0.0007873113957930937,
    -0.00022954996161337813,
    -0.0026813261780578124,
    0.0034722222160545866,
    0.08333333333334822,
    1.0,
];

/// lgamma(2 - y): even terms.
const LG_TWO_EVEN: [f64; 6] = [
    2.5214456545125733e-05,
    0.00022086279071390839,
    0.0011927076318336207,
    0.007385550860814029,
    0.06735230105312927,
    0.07721566490153287,
];

/// Odd terms.
const LG_TWO_ODD: [f64; 6] = [
    4.4864094961891516e-05,
    0.00010801156724758394,
    0.0005100697921535113,
    0.0028905138367341563,
    0.020580808432516733,
    0.3224670334241136,
];

/// lgamma about its minimum: every third term, from the first on.
const LG_MIN_0: [f64; 5] = [
    0.00031563207090362595,
    -0.0014034646998923284,
    0.006100538702462913,
    -0.032788541075985965,
    0.48383612272381005,
];

/// lgamma about its minimum: every third term, from the second on.
const LG_MIN_1: [f64; 5] = [
    -0.00031275416837512086,
    0.000881081882437654,
    -0.0036845201678113826,
    0.01797067508118204,
    -0.1475877229945939,
];

/// lgamma about its minimum: every third term, from the third on.
const LG_MIN_2: [f64; 5] = [
    0.0003355291926355191,
    -0.0005385953053567405,
    0.0022596478090061247,
    -0.010314224129834144,
    0.06462494023913339,
];

/// lgamma(1 + y): numerator.
const LG_ONE: [f64; 6] = [
    0.013381091853678766,
    0.22896372806469245,
    0.9777175279633727,
    1.4549225013723477,
    0.6328270640250934,
    -0.07721566490153287,
];

/// Its denominator.
const LG_ONE_Q: [f64; 6] = [
    0.003217092422824239,
    0.10422264559336913,
    0.7692851504566728,
    2.128489763798934,
    2.4559779371304113,
    1.0,
];

/// lgamma(2 + y): numerator.
const LG_REST: [f64; 7] = [
    3.194753265841009e-05,
    0.0018402845140733772,
    0.02664227030336386,
    0.14635047265246445,
    0.325778796408931,
    0.21498241596060885,
    -0.07721566490153287,
];

/// Its denominator.
const LG_REST_Q: [f64; 7] = [
    7.326684307446256e-06,
    0.0007779424963818936,
    0.01864591917156529,
    0.17193386563280308,
    0.7219355475671381,
    1.3920053346762105,
    1.0,
];

/// The correction of Stirling's formula for the logarithm, in 1/(x*x), without its constant.
const LG_LARGE: [f64; 6] = [
    -0.0016309293409657527,
    0.0008363399189962821,
    -0.00059518755745034,
    0.0007936505586430196,
    -0.0027777777772877554,
    0.08333333333333297,
];
/// That constant.
const LG_LARGE_CONSTANT: f64 = 4.189385332046727e-1;

/// x*y of erf(x) = x + x*y, for x below 0.84375.
fn erf_center(x: f64) -> f64 {
    let z = x * x;
    x * (poly(z, &ERF_SMALL) / poly(z, &ERF_SMALL_Q))
}

/// erf(x) - ERF_ONE for x from there to 1.25.
fn erf_shoulder(x: f64) -> f64 {
    let s = x - 1.0;
    poly(s, &ERF_MIDDLE) / poly(s, &ERF_MIDDLE_Q)
}

/// erfc(x) for x from 1.25 to 28.
fn erfc_tail(x: f64) -> f64 {
    let s = 1.0 / (x * x);
    let exponent = if x < 1.0 / 0.35 {
        poly(s, &ERFC_NEAR) / poly(s, &ERFC_NEAR_Q)
    } else {
        poly(s, &ERFC_FAR) / poly(s, &ERFC_FAR_Q)
    };
    // x*x in two parts: the upper half of x squares without an error.
    let z = f64::from_bits(x.to_bits() & !0xFFFF_FFFF);
    e::exp(-z * z - 0.5625) * e::exp((z - x) * (z + x) + exponent) / x
}

/// math.Erf.
pub fn erf(x: f64) -> f64 {
    if x.is_nan() {
        return e::NAN;
    }
    let a = x.abs();
    let r = if a < 2.848_094_538_889_218e-306 {
        0.125 * (8.0 * a + 8.0 * ERF_SLOPE * a)
    } else if a < 1.0 / (1u64 << 28) as f64 {
        a + ERF_SLOPE * a
    } else if a < 0.84375 {
        a + erf_center(a)
    } else if a < 1.25 {
        ERF_ONE + erf_shoulder(a)
    } else if a < 6.0 {
        1.0 - erfc_tail(a)
    } else {
        1.0
    };
    r.copysign(x)
}

/// math.Erfc.
pub fn erfc(x: f64) -> f64 {
    if x.is_nan() {
        return e::NAN;
    }
    let (a, negative) = (x.abs(), x < 0.0);
    if a < 0.84375 {
        let r = if a < 1.0 / (1u64 << 56) as f64 {
            a
        } else if a < 0.25 {
            a + erf_center(a)
        } else {
            0.5 + (erf_center(a) + (a - 0.5))
        };
        return if negative { 1.0 + r } else { 1.0 - r };
    }
    if a < 1.25 {
        let r = erf_shoulder(a);
        return if negative {
            1.0 + ERF_ONE + r
        } else {
            1.0 - ERF_ONE - r
        };
    }
    match (a < 28.0, negative) {
        (true, true) if a <= 6.0 => 2.0 - erfc_tail(a),
        (true, false) => erfc_tail(a),
        (_, true) => 2.0,
        (false, false) => 0.0,
    }
}

/// math.Erfinv.
pub fn erfinv(x: f64) -> f64 {
    let a = x.abs();
    if a == 1.0 {
        return f64::INFINITY.copysign(x);
    }
    if x.is_nan() || a > 1.0 {
        return e::NAN;
    }
    let r = if a <= 0.85 {
        let r = 0.180625 - 0.25 * a * a;
        (a * poly(r, &INV_CENTER)) / poly(r, &INV_CENTER_Q)
    } else {
        let r = (LN_2 - e::log(1.0 - a)).sqrt();
        if r <= 5.0 {
            poly(r - 1.6, &INV_MIDDLE) / poly(r - 1.6, &INV_MIDDLE_Q)
        } else {
            poly(r - 5.0, &INV_TAIL) / poly(r - 5.0, &INV_TAIL_Q)
        }
    };
    r.copysign(x)
}

/// gamma(x) for large x as two factors, whose product may be out of range.
fn stirling(x: f64) -> (f64, f64) {
    if x > 200.0 {
        return (f64::INFINITY, 1.0);
    }
    let w = poly(1.0 / x, &STIRLING);
    let root = 2.506_628_274_631_000_7;
    if x > 143.01608 {
        let v = e::pow(x, 0.5 * x - 0.25);
        (v, root * w * (v / e::exp(x)))
    } else {
        (e::pow(x, x - 0.5) / e::exp(x), root * w)
    }
}

/// gamma of a number below -33 that is not whole, by reflection.
fn gamma_reflected(x: f64) -> f64 {
    let q = x.abs();
    let whole = q.floor();
    let sign = if whole % 2.0 == 0.0 { -1.0 } else { 1.0 };
    let mut part = q - whole;
    if part > 0.5 {
        part = q - (whole + 1.0);
    }
    let z = (q * e::sin(PI * part)).abs();
    if z == 0.0 {
        return f64::INFINITY * sign;
    }
    let (a, b) = stirling(q);
    let d = z * a * b;
    if d.is_infinite() {
        sign * (PI / z / a / b)
    } else {
        sign * (PI / d)
    }
}

/// math.Gamma.
pub fn gamma(mut x: f64) -> f64 {
    const EULER: f64 = 0.577_215_664_901_532_9;
    if x.is_nan() || x < 0.0 && x == x.floor() {
        return e::NAN;
    }
    if x == 0.0 {
        return f64::INFINITY.copysign(x);
    }
    if x > 33.0 {
        let (a, b) = stirling(x);
        return a * b;
    }
    if x < -33.0 {
        return gamma_reflected(x);
    }
    // gamma(x + 1) = x * gamma(x) leads to the range from 2 to 3.
    let mut z = 1.0;
    while x >= 3.0 {
        x -= 1.0;
        z *= x;
    }
    while x < 2.0 {
        if x.abs() < 1e-9 {
            return z / ((1.0 + EULER * x) * x);
        }
        z /= x;
        x += 1.0;
    }
    if x == 2.0 {
        return z;
    }
    z * poly(x - 2.0, &GAMMA) / poly(x - 2.0, &GAMMA_Q)
}

/// -sin(pi*x), for x not negative.
fn minus_sin_pi(x: f64) -> f64 {
    if x < 0.25 {
        return -e::sin(PI * x);
    }
    let r = e::modulo(x, 2.0);
    -match (r * 4.0) as u32 {
        0 => e::sin(PI * r),
        1 | 2 => e::cos(PI * (0.5 - r)),
        3 | 4 => e::sin(PI * (1.0 - r)),
        5 | 6 => -e::cos(PI * (r - 1.5)),
        _ => e::sin(PI * (r - 2.0)),
    }
}

/// lgamma between 0 and 2, but for the pole at 0: by distance to 2, to the minimum, or to 1.
fn lgamma_small(x: f64) -> f64 {
    // The minimum's place and the ranges around it, for x itself and for x + 1.
    const PLACES: [[f64; 3]; 2] = [
        [
            0.191_632_144_968_362_26,
            0.461_632_144_968_362_23,
            0.731_632_144_968_362_3,
        ],
        [
            1.191_632_144_968_362_2,
            1.461_632_144_968_362_2,
            1.731_632_144_968_362_2,
        ],
    ];
    const MIN_Y: f64 = -1.214_862_905_358_496_1e-1;
    const MIN_Y_TAIL: f64 = -3.638_676_997_039_505_4e-18;
    let (base, start, [low, least, high]) = if x <= 0.9 {
        (0.0, -e::log(x), PLACES[0])
    } else {
        (1.0, 0.0, PLACES[1])
    };
    if x >= high {
        let y = 1.0 + base - x;
        let z = y * y;
        let p = y * poly(z, &LG_TWO_EVEN) + z * poly(z, &LG_TWO_ODD);
        start + (p - 0.5 * y)
    } else if x >= low {
        let y = x - least;
        let z = y * y;
        let w = z * y;
        let rest = poly(w, &LG_MIN_1) + y * poly(w, &LG_MIN_2);
        start + (MIN_Y + (z * poly(w, &LG_MIN_0) - (MIN_Y_TAIL - w * rest)))
    } else {
        let y = x - base;
        start + (-0.5 * y + y * poly(y, &LG_ONE) / poly(y, &LG_ONE_Q))
    }
}

/// lgamma of what is not negative.
fn lgamma_positive(x: f64) -> f64 {
    if x < 2f64.powi(-70) {
        -e::log(x)
    } else if x == 1.0 || x == 2.0 {
        0.0
    } else if x < 2.0 {
        lgamma_small(x)
    } else if x < 8.0 {
        let y = x - x.floor();
        let near = 0.5 * y + y * poly(y, &LG_REST) / poly(y, &LG_REST_Q);
        // Down to the range from 2 to 3.
        let product = (2..x as u32).rev().fold(1.0, |z, k| z * (y + f64::from(k)));
        if x < 3.0 {
            near
        } else {
            near + e::log(product)
        }
    } else if x < 2f64.powi(58) {
        let z = 1.0 / x;
        let w = LG_LARGE_CONSTANT + z * poly(z * z, &LG_LARGE);
        (x - 0.5) * (e::log(x) - 1.0) + w
    } else {
        x * (e::log(x) - 1.0)
    }
}

/// math.Lgamma: the logarithm of the gamma function's absolute value, and its sign.
pub fn lgamma(x: f64) -> (f64, i64) {
    if x.is_nan() || x.is_infinite() {
        return (x, 1);
    }
    if x == 0.0 {
        return (f64::INFINITY, 1);
    }
    let a = x.abs();
    if x > 0.0 {
        return (lgamma_positive(a), 1);
    }
    if a < 2f64.powi(-70) {
        return (-e::log(a), -1);
    }
    let t = if a == a.floor() { 0.0 } else { minus_sin_pi(a) };
    if t == 0.0 {
        return (f64::INFINITY, 1);
    }
    let reflected = e::log(PI / (t * a).abs());
    (reflected - lgamma_positive(a), if t < 0.0 { -1 } else { 1 })
}
