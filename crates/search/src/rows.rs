//! Lists of numbers, one for each key, in one piece of memory.

/// For each key a list.
#[derive(Clone, Debug)]
pub(crate) struct Rows<T> {
    /// Where the list of each key ends.
    ends: Vec<u32>,
    values: Vec<T>,
}

impl<T> Default for Rows<T> {
    fn default() -> Rows<T> {
        Rows {
            ends: Vec::new(),
            values: Vec::new(),
        }
    }
}

impl<T: Copy> Rows<T> {
    /// The lists of `keys` keys, from pairs of key and value in any order.
    pub fn of(keys: usize, pairs: &[(u32, T)]) -> Rows<T> {
        let mut ends = vec![0_u32; keys];
        for (key, _) in pairs {
            ends[*key as usize] += 1;
        }
        let mut end = 0;
        for count in &mut ends {
            end += *count;
            *count = end;
        }
        let Some((_, first)) = pairs.first() else {
            return Rows {
                ends,
                values: Vec::new(),
            };
        };
        let mut values = vec![*first; pairs.len()];
        // From the back, so that values of a key keep their order.
        let mut places = ends.clone();
        for (key, value) in pairs.iter().rev() {
            let place = &mut places[*key as usize];
            *place -= 1;
            values[*place as usize] = *value;
        }
        Rows { ends, values }
    }

    /// The list of a key; nothing for a key that is not there.
    pub fn get(&self, key: u32) -> &[T] {
        let key = key as usize;
        let start = if key == 0 {
            0
        } else {
            self.ends.get(key - 1).copied().unwrap_or(0)
        };
        let end = self.ends.get(key).copied().unwrap_or(start);
        &self.values[start as usize..end as usize]
    }
}
