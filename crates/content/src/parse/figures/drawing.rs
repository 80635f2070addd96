//! A drawing that holds only what is allowed.

/// A drawing. Its ids get the name of the block before them, so that two drawings on a page do not
/// clash: where that name belongs there is a gap.
#[derive(Clone, Debug)]
pub(crate) struct Drawing {
    /// The attributes of the element `svg`, each with a space before it.
    pub attributes: Vec<Piece>,
    /// What stands inside the element `svg`.
    pub inner: Vec<Piece>,
}

/// A stretch of a drawing.
#[derive(Clone, Debug)]
pub(crate) enum Piece {
    /// Tags and names of attributes, all from the lists of what is allowed.
    Markup(String),
    /// Text between tags, or the value of an attribute; not escaped.
    Text(String),
    /// Here comes the name of the block, with a hyphen.
    Block,
}

/// A drawing while it is read.
#[derive(Default)]
pub(super) struct Pieces(Vec<Piece>);

impl Pieces {
    pub fn raw(&mut self, markup: &str) -> &mut Pieces {
        match self.0.last_mut() {
            Some(Piece::Markup(last)) => last.push_str(markup),
            _ => self.0.push(Piece::Markup(markup.to_owned())),
        }
        self
    }

    pub fn text(&mut self, text: &str) -> &mut Pieces {
        self.0.push(Piece::Text(text.to_owned()));
        self
    }

    /// The name of the block comes here.
    pub fn prefix(&mut self) -> &mut Pieces {
        self.0.push(Piece::Block);
        self
    }

    pub fn finish(self) -> Vec<Piece> {
        self.0
    }
}
