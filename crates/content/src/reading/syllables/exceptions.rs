//! Words that follow no rule.

/// Words that the rules get wrong. Names of medicines and plain words of the guide go here when
/// a reading score looks odd.
#[rustfmt::skip]
const EXCEPTIONS: &[(&str, usize)] = &[
    ("ache", 1), ("aches", 1), ("anyone", 3), ("area", 3), ("areas", 3), ("because", 2),
    ("being", 2), ("billion", 2), ("business", 2), ("caregiver", 3), ("caregivers", 3),
    ("cement", 2), ("chocolate", 3), ("clothes", 1), ("colleague", 2), ("colleagues", 2),
    ("diarrhea", 4), ("diarrhoea", 4), ("element", 3), ("elements", 3), ("elsewhere", 2),
    ("evening", 2), ("evenings", 2), ("every", 2), ("everyday", 3), ("everyone", 3),
    ("everything", 3), ("everywhere", 3), ("fluid", 2), ("fluids", 2), ("forever", 3),
    ("genuine", 3), ("headache", 2), ("headaches", 2), ("hereditary", 5), ("household", 2),
    ("households", 2), ("idea", 3), ("ideal", 3), ("ideas", 3), ("leopard", 2), ("lifeline", 2),
    ("lifelong", 2), ("lifestyle", 2), ("lifetime", 2), ("likewise", 2), ("million", 2),
    ("millions", 2), ("museum", 3), ("naive", 2), ("nausea", 3), ("onion", 2), ("onions", 2),
    ("opinion", 3), ("opinions", 3), ("people", 2), ("peoples", 2), ("persuade", 2), ("poem", 2),
    ("poems", 2), ("poet", 2), ("preoperative", 5), ("reopen", 3), ("ruin", 2), ("safeguard", 2),
    ("science", 2), ("sciences", 2), ("someone", 2), ("something", 2), ("sometimes", 2),
    ("somewhere", 2), ("stomachache", 3), ("theatre", 3), ("therefore", 2), ("union", 2),
    ("vacuum", 2), ("vegetable", 4), ("vegetables", 4), ("wednesday", 2), ("whereas", 2),
];

/// The syllables of a word in small letters, if the list has it.
pub(super) fn find(word: &str) -> Option<usize> {
    let at = EXCEPTIONS.binary_search_by_key(&word, |entry| entry.0);
    at.ok().map(|at| EXCEPTIONS[at].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_exceptions_are_in_alphabetical_order() {
        assert!(
            EXCEPTIONS.is_sorted_by_key(|entry| entry.0),
            "sort EXCEPTIONS: it is searched"
        );
    }
}
