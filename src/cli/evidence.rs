//! Evidence that is a file of the workspace: whether it is there.

use crate::diagnostic::{Code, Diagnostic};
use crate::model::Evidence;
use crate::read::Read;
use crate::workspace::{self, Root};

/// Warns of evidence that names a file that is not there, which nobody could be shown. A path counts from the folder
/// of `regua.yaml`, or from that of the file that names it.
pub(super) fn check(root: &Root, read: &mut Read) {
    let Some(workspace) = &read.workspace else {
        return;
    };
    let assessments = workspace.assessments.iter();
    let answers = assessments.flat_map(|assessment| assessment.answers.iter().flatten());
    let mut missing = Vec::new();
    for evidence in answers.flat_map(|answer| &answer.evidence) {
        let Some(path) = evidence.path() else {
            continue;
        };
        let own = &read.sources.file(evidence.place.file).path;
        let beside = own.rsplit_once('/').map(|(folder, _)| folder);
        let beside = beside.map(|folder| format!("{folder}/{path}"));
        let is_there = |path: &str| workspace::is_there(root, path);
        if !is_there(path) && !beside.is_some_and(|path| is_there(&path)) {
            missing.push(problem(evidence, path));
        }
    }
    for problem in missing {
        read.diagnostics.push(problem);
    }
}

fn problem(evidence: &Evidence, path: &str) -> Diagnostic {
    let mut problem = Diagnostic::warning(Code::MissingFile, evidence.place);
    problem.label = "label-evidence";
    problem.with("file", path).help("help-evidence")
}
