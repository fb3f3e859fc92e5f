//! How computing grew with its input, drawn beside what was allowed.

use domain::Curve;

use super::Html;

const WIDTH: u64 = 320;
const HEIGHT: u64 = 140;
/// Room for the sizes below.
const FOOT: u64 = 24;
/// Room at the sides, so that no dot is cut.
const SIDE: u64 = 28;

/// The drawing and, for those who cannot see it, its figures.
pub(super) fn curve(html: &mut Html, curve: &Curve) {
    let fuel: Vec<u64> = curve.points.iter().map(|(_, fuel)| *fuel).collect();
    let most = fuel.iter().chain(&curve.allowed).copied().max().unwrap_or(1).max(1);
    let figures: Vec<String> = curve
        .points
        .iter()
        .zip(&curve.allowed)
        .map(|((size, fuel), allowed)| format!("{size}: {} of {}", amount(*fuel), amount(*allowed)))
        .collect();
    html.raw(r#"<figure class="curve"><svg class="curve-drawing" viewBox="0 0 320 164" role="img" aria-label=""#);
    html.text("Work by size of the input, of what is allowed: ").text(&figures.join("; ")).raw(r#"">"#);
    line(html, "curve-allowed", &curve.allowed, most);
    line(html, "curve-actual", &fuel, most);
    for (index, (size, fuel)) in curve.points.iter().enumerate() {
        let x = across(index, curve.points.len()).to_string();
        html.raw(r#"<circle class="curve-dot" r="4" cx=""#).text(&x).raw(r#"" cy=""#);
        html.text(&up(*fuel, most).to_string()).raw(r#""/><text class="curve-size" text-anchor="middle" y="158" x=""#);
        html.text(&x).raw(r#"">"#).text(&size.to_string()).raw("</text>");
    }
    html.raw(
        r#"</svg><figcaption>Your code's work by the size of its input; the broken line is the most that growing as "#,
    );
    html.text(curve.bound.as_str()).raw(" allows.</figcaption></figure>");
}

fn line(html: &mut Html, class: &'static str, values: &[u64], most: u64) {
    let points: Vec<String> = values
        .iter()
        .enumerate()
        .map(|(index, value)| format!("{},{}", across(index, values.len()), up(*value, most)))
        .collect();
    html.raw(r#"<polyline class=""#).raw(class).raw(r#"" fill="none" points=""#).text(&points.join(" ")).raw(r#""/>"#);
}

fn across(index: usize, count: usize) -> u64 {
    let (index, last) = (index as u64, count.saturating_sub(1).max(1) as u64);
    SIDE + index * (WIDTH - 2 * SIDE) / last
}

fn up(value: u64, most: u64) -> u64 {
    let height = u128::from(value) * u128::from(HEIGHT - FOOT) / u128::from(most);
    HEIGHT - u64::try_from(height).unwrap_or(0)
}

/// Instructions, rounded as people say numbers.
fn amount(fuel: u64) -> String {
    match fuel {
        0..10_000 => fuel.to_string(),
        10_000..10_000_000 => format!("{} thousand", fuel / 1_000),
        _ => format!("{} million", fuel / 1_000_000),
    }
}

#[cfg(test)]
mod tests {
    use domain::Bound;

    use super::*;

    #[test]
    fn the_steepest_point_is_at_the_top_and_the_figures_are_said() {
        let mut html = Html::default();
        let points = vec![(1_000, 50_000), (2_000, 200_000), (4_000, 800_000)];
        curve(&mut html, &Curve { bound: Bound::Linear, points, allowed: vec![80_000, 160_000, 320_000] });
        let html = html.finish();
        assert!(html.contains("1000: 50 thousand of 80 thousand"), "{html}");
        assert!(html.contains(r#"class="curve-actual" fill="none" points="28,133 160,111 292,24""#), "{html}");
    }
}
