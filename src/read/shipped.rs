//! The rubrics inside the program.

/// A rubric of `rubrics/` by its name, with its text.
macro_rules! shipped {
    ($($name:literal),+ $(,)?) => {
        [$(($name, include_str!(concat!("../../rubrics/", $name, ".yaml")))),+]
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
