//! People and roles.

use super::fields::{self, Fields};
use super::ids::duplicate_id;
use super::shape;
use super::yaml::Node;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::model::{Id, Person, Requirement, Role, Rubric};

/// Roles and people of one file; a person's role is a name that nobody has looked up yet.
#[derive(Default)]
pub(crate) struct PeopleFile<'d> {
    pub(crate) roles: Vec<Role>,
    pub(crate) people: Vec<(Person, Option<Node<'d>>)>,
    /// Whether a role could not be read, so that an unknown one may be its fault.
    is_partial: bool,
}

/// Reads one file of people.
pub(crate) fn people_file<'d>(
    root: Node<'d>,
    diagnostics: &mut Diagnostics,
) -> Option<PeopleFile<'d>> {
    let mut keys = Fields::of(root, &shape::PEOPLE, diagnostics)?;
    fields::format_version(&mut keys, diagnostics);
    let mut file = PeopleFile::default();
    let errors_before = diagnostics.count(Severity::Error);
    if let Some(node) = keys.take("roles") {
        for item in fields::items(node, diagnostics) {
            file.roles.extend(role(item, diagnostics));
        }
    }
    if let Some(node) = keys.take("people") {
        for item in fields::items(node, diagnostics) {
            file.people.extend(person(item, diagnostics));
        }
    }
    keys.finish(diagnostics);
    file.is_partial = diagnostics.count(Severity::Error) > errors_before;
    Some(file)
}

fn role(node: Node<'_>, diagnostics: &mut Diagnostics) -> Option<Role> {
    let mut keys = Fields::of(node, &shape::ROLE, diagnostics)?;
    let id_node = keys.require("id", diagnostics)?;
    let id = fields::id(id_node, diagnostics)?;
    let title = fields::title_or(&mut keys, &id, diagnostics);
    let mut requires = Vec::new();
    if let Some(node) = keys.take("requires")
        && Fields::by_name(node, diagnostics).is_some()
    {
        for (_, key, value) in fields::entries(node, &mut Diagnostics::new()) {
            let skill = fields::id(key, diagnostics);
            let level = fields::whole_number(value, 1, 7, diagnostics);
            requires.extend(skill.zip(level).map(|(skill, level)| Requirement {
                skill,
                level,
                place: value.place(),
                skill_place: key.place(),
            }));
        }
    }
    keys.finish(diagnostics);
    Some(Role {
        id,
        title,
        requires,
        place: id_node.place(),
    })
}

fn person<'d>(node: Node<'d>, diagnostics: &mut Diagnostics) -> Option<(Person, Option<Node<'d>>)> {
    let mut keys = Fields::of(node, &shape::PERSON, diagnostics)?;
    let id_node = keys.require("id", diagnostics)?;
    let id = fields::id(id_node, diagnostics)?;
    let name = fields::optional_string(&mut keys, "name", diagnostics);
    let role = keys.take("role");
    keys.finish(diagnostics);
    let person = Person {
        id,
        name,
        role: None,
        place: id_node.place(),
    };
    Some((person, role))
}

/// Notes skills that a role asks for and no rubric in use rates. Where a rubric could not be read, it may be the
/// one.
pub(crate) fn check_skills(
    roles: &[Role],
    rubrics: &[Rubric],
    partial: &[Id],
    diagnostics: &mut Diagnostics,
) {
    if !partial.is_empty() {
        return;
    }
    let known: Vec<&str> = rubrics
        .iter()
        .filter_map(|rubric| rubric.skill.as_ref())
        .map(Id::as_str)
        .collect();
    for requirement in roles.iter().flat_map(|role| &role.requires) {
        let is_rated = |rubric: &Rubric| {
            let skill = rubric.skill.as_ref();
            skill == Some(&requirement.skill) || skill.is_some() && rubric.id == requirement.skill
        };
        if !rubrics.iter().any(is_rated) {
            let skill = requirement.skill.as_str();
            let problem = Diagnostic::error(Code::UnknownSkill, requirement.skill_place);
            let problem = problem.with("written", skill);
            diagnostics.push(fields::unknown_name(problem, skill, &known));
        }
    }
}

/// Connects the people of all files with the roles of all files.
pub(crate) fn connect(
    files: Vec<PeopleFile<'_>>,
    diagnostics: &mut Diagnostics,
) -> (Vec<Role>, Vec<Person>) {
    let mut roles: Vec<Role> = Vec::new();
    let mut named = Vec::new();
    let is_partial = files.iter().any(|file| file.is_partial);
    for file in files {
        for role in file.roles {
            match roles.iter().find(|known| known.id == role.id) {
                Some(first) => diagnostics.push(duplicate_id(&role.id, role.place, first.place)),
                None => roles.push(role),
            }
        }
        named.extend(file.people);
    }
    let mut people: Vec<Person> = Vec::new();
    for (mut person, role) in named {
        if let Some(node) = role
            && let Some(scalar) = fields::scalar(node, diagnostics)
        {
            person.role = roles
                .iter()
                .position(|role| role.id.as_str() == scalar.text);
            if person.role.is_none() && !is_partial {
                let known: Vec<&str> = roles.iter().map(|role| role.id.as_str()).collect();
                let problem =
                    Diagnostic::error(Code::UnknownRole, node.place()).with("written", scalar.text);
                diagnostics.push(fields::unknown_name(problem, scalar.text, &known));
            }
        }
        match people.iter().find(|known| known.id == person.id) {
            Some(first) => diagnostics.push(duplicate_id(&person.id, person.place, first.place)),
            None => people.push(person),
        }
    }
    (roles, people)
}
