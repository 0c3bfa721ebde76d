//! The rubrics inside the program.

/// Every shipped rubric by name, with its text.
pub(crate) const RUBRICS: [(&str, &str); 1] = [(
    "customer-service",
    include_str!("../../rubrics/customer-service.yaml"),
)];
