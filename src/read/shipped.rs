//! The rubrics and catalogues inside the program.

/// A file of `rubrics/` by its name, with its text.
macro_rules! shipped {
    ($name:literal) => {
        ($name, include_str!(concat!("../../rubrics/", $name, ".yaml")))
    };
    ($($name:literal),+ $(,)?) => {
        [$(shipped!($name)),+]
    };
}

/// Every shipped rubric by name, with its text.
pub(crate) const RUBRICS: [(&str, &str); 6] = shipped![
    "customer-service",
    "customer-service-capabilities",
    "mof-customer-service",
    "service-levels",
    "sfia-generic",
    "sfia-csmg",
];

/// The shipped KPIs that belong to no rubric.
pub(crate) const KPIS: (&str, &str) = shipped!("kpi-catalogue");

/// The shipped objectives with their key results.
pub(crate) const OKRS: (&str, &str) = shipped!("okr-catalogue");
