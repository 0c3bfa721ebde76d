use std::time::Instant;
fn main() {
    for name in ["otica-horizonte", "saas-support"] {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("examples")
            .join(name);
        let root = regua::workspace::find(Some(&folder)).unwrap();
        let today = regua::model::parse_day("2026-11-20").unwrap();
        let n = 200;
        let mut read = std::time::Duration::ZERO;
        let mut score = std::time::Duration::ZERO;
        for _ in 0..n {
            let inputs = regua::workspace::read(&root).unwrap();
            let t = Instant::now();
            let r = regua::read::workspace(inputs, today);
            read += t.elapsed();
            let w = r.workspace.unwrap();
            let t = Instant::now();
            let s = regua::score::workspace(&w, today);
            score += t.elapsed();
            std::hint::black_box(s);
        }
        println!(
            "{name}: read {:?} score {:?} ratio {:.3}",
            read / n,
            score / n,
            score.as_secs_f64() / read.as_secs_f64()
        );
    }
}
