//! People and roles.

use super::{Mapping, Noun, Takes, optional, required};

/// A file of `people/`.
pub static PEOPLE: Mapping = Mapping {
    name: "people",
    keys: &[
        required("regua", Takes::Version),
        optional("roles", Takes::List(&Takes::Map(&ROLE))),
        optional("people", Takes::List(&Takes::Map(&PERSON))),
    ],
    rules: &[],
};

/// What a role asks for.
pub static ROLE: Mapping = Mapping {
    name: "role",
    keys: &[
        required("id", Takes::Id),
        optional("title", Takes::Texts),
        optional("requires", Takes::By(Noun::Skill, &Takes::Whole(1, 7))),
    ],
    rules: &[],
};

/// Somebody.
pub static PERSON: Mapping = Mapping {
    name: "person",
    keys: &[
        required("id", Takes::Id),
        optional("name", Takes::Text),
        optional("role", Takes::Name(Noun::Role)),
    ],
    rules: &[],
};
