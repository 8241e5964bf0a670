//! Draws how the classes grow with the number of profiles, as an SVG with logarithmic axes.

use std::fmt::Write;

use anyhow::Result;

use crate::report::{Measured, grouped};

const WIDTH: f64 = 960.0;
const HEIGHT: f64 = 560.0;
const LEFT: f64 = 80.0;
const RIGHT: f64 = 120.0;
const TOP: f64 = 50.0;
const BOTTOM: f64 = 60.0;
/// Colours that stay apart for most eyes, one per class.
const COLOURS: [&str; 10] = [
    "#1b6ca8", "#d1495b", "#2e8b57", "#8e5ea2", "#c77700", "#555555", "#0a9396", "#b5179e", "#7f5539",
    "#3a0ca3",
];

struct Axes {
    sizes: (f64, f64),
    times: (f64, f64),
}

impl Axes {
    fn across(&self, people: f64) -> f64 {
        LEFT + share(people, self.sizes) * (WIDTH - LEFT - RIGHT)
    }

    fn down(&self, microseconds: f64) -> f64 {
        HEIGHT - BOTTOM - share(microseconds, self.times) * (HEIGHT - TOP - BOTTOM)
    }
}

/// Where a value lies between two others on a logarithmic scale.
fn share(value: f64, (low, high): (f64, f64)) -> f64 {
    (value.max(low) / low).ln() / (high / low).ln()
}

/// Draws Carnet's median (full line) and p99 (dashed line) of each class over the sizes.
pub fn growth(measured: &[Measured]) -> Result<String> {
    let sizes: Vec<f64> = measured.iter().map(|size| size.people as f64).collect();
    let carnet = |size: &Measured| -> Vec<(f64, f64)> {
        size.classes
            .iter()
            .filter_map(|(_, timings)| timings.first())
            .map(|one| (one.median, one.p99))
            .collect()
    };
    let times: Vec<f64> = measured.iter().flat_map(carnet).flat_map(|(median, p99)| [median, p99]).collect();
    let span = |values: &[f64]| {
        let low = values.iter().copied().fold(f64::INFINITY, f64::min);
        let high = values.iter().copied().fold(0.0, f64::max);
        (10_f64.powf(low.log10().floor()), 10_f64.powf(high.log10().ceil().max(low.log10().floor() + 1.0)))
    };
    let axes = Axes { sizes: span(&sizes), times: span(&times) };
    let mut svg = String::new();
    writeln!(
        svg,
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="13">"#
    )?;
    writeln!(svg, r##"<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>"##)?;
    writeln!(
        svg,
        r#"<text x="{LEFT}" y="26" font-size="16">Search time per class (microseconds) over profiles: median, p99 dashed</text>"#
    )?;
    grid(&mut svg, &axes)?;
    let Some(last) = measured.last() else { return Ok(svg + "</svg>\n") };
    for (at, (class, _)) in last.classes.iter().enumerate() {
        let colour = COLOURS[at % COLOURS.len()];
        let line = |of: fn((f64, f64)) -> f64| -> String {
            let points = measured.iter().filter_map(|size| {
                let time = carnet(size).get(at).copied().map(of)?;
                Some(format!("{:.1},{:.1}", axes.across(size.people as f64), axes.down(time)))
            });
            points.collect::<Vec<_>>().join(" ")
        };
        writeln!(
            svg,
            r#"<polyline points="{}" fill="none" stroke="{colour}" stroke-width="2"/>"#,
            line(|times| times.0)
        )?;
        writeln!(
            svg,
            r#"<polyline points="{}" fill="none" stroke="{colour}" stroke-width="1.2" stroke-dasharray="5 4"/>"#,
            line(|times| times.1)
        )?;
        let (x, y) = (WIDTH - RIGHT + 24.0, TOP + 22.0 * at as f64 + 10.0);
        writeln!(
            svg,
            r#"<line x1="{x}" y1="{}" x2="{}" y2="{}" stroke="{colour}" stroke-width="3"/>"#,
            y - 4.0,
            x + 24.0,
            y - 4.0
        )?;
        writeln!(svg, r#"<text x="{}" y="{y}">{}</text>"#, x + 32.0, class.name())?;
    }
    Ok(svg + "</svg>\n")
}

fn grid(svg: &mut String, axes: &Axes) -> Result<()> {
    let decades = |(low, high): (f64, f64)| {
        let (first, last) = (low.log10().round() as i32, high.log10().round() as i32);
        (first..=last).map(|power| 10_f64.powi(power))
    };
    let label = |value: f64| if value < 1.0 { value.to_string() } else { grouped(value as u64) };
    for people in decades(axes.sizes) {
        let x = axes.across(people);
        writeln!(
            svg,
            r##"<line x1="{x:.1}" y1="{TOP}" x2="{x:.1}" y2="{}" stroke="#dddddd"/>"##,
            HEIGHT - BOTTOM
        )?;
        writeln!(
            svg,
            r#"<text x="{x:.1}" y="{}" text-anchor="middle">{}</text>"#,
            HEIGHT - BOTTOM + 22.0,
            label(people)
        )?;
    }
    for time in decades(axes.times) {
        let y = axes.down(time);
        writeln!(
            svg,
            r##"<line x1="{LEFT}" y1="{y:.1}" x2="{}" y2="{y:.1}" stroke="#dddddd"/>"##,
            WIDTH - RIGHT
        )?;
        writeln!(
            svg,
            r#"<text x="{}" y="{:.1}" text-anchor="end">{}</text>"#,
            LEFT - 8.0,
            y + 4.0,
            label(time)
        )?;
    }
    Ok(())
}
