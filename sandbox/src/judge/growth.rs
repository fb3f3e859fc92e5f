//! Whether computing grows no faster than it may.

use domain::{Curve, Growth};

/// How far above its bound a measurement may lie. Small parts of a program grow in their own ways; the next bound is far
/// further away.
const TOLERANCE: f64 = 1.6;

/// The points beside what the bound allows, and whether all of them lie within it.
pub(super) fn fit(growth: &Growth, points: Vec<(u64, u64)>) -> (Curve, bool) {
    let Some(&(first_size, first_fuel)) = points.first() else {
        return (Curve { bound: growth.bound, points, allowed: Vec::new() }, false);
    };
    // What a run costs before it looks at its input belongs to no size; it makes small inputs look dear, never large ones.
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "an estimate"
    )]
    let allowed: Vec<u64> = points
        .iter()
        .map(|(size, _)| (growth.bound.factor(first_size, *size) * TOLERANCE * first_fuel as f64) as u64)
        .collect();
    let met = points.iter().zip(&allowed).skip(1).all(|((_, fuel), allowed)| fuel <= allowed);
    (Curve { bound: growth.bound, points, allowed }, met)
}

#[cfg(test)]
mod tests {
    use domain::Bound;

    use super::*;

    fn holds(bound: Bound, fuel: impl Fn(u64) -> u64) -> bool {
        let growth = Growth { sizes: vec![1_000, 2_000, 4_000], bound };
        let points = growth.sizes.iter().map(|size| (*size, fuel(*size))).collect();
        fit(&growth, points).1
    }

    #[test]
    fn each_bound_takes_its_own_and_not_the_next() {
        assert!(holds(Bound::Constant, |_| 500));
        assert!(!holds(Bound::Constant, |n| n));
        assert!(holds(Bound::Logarithmic, |n| 1_000 * u64::from(n.ilog2())));
        assert!(!holds(Bound::Logarithmic, |n| 1_000 + n));
        assert!(holds(Bound::Linear, |n| 700 * n + 9_000));
        assert!(!holds(Bound::Linear, |n| n * n));
        assert!(holds(Bound::Linearithmic, |n| n * u64::from(n.ilog2())));
        assert!(!holds(Bound::Linearithmic, |n| n * n + 1_000 * n));
        assert!(holds(Bound::Quadratic, |n| n * n));
        assert!(!holds(Bound::Quadratic, |n| n * n * n));
    }
}
