//! `alongside evidence feedback`: ask people, families or staff how it was, or print a blank.

use std::io::Write;

use clap::Args;

use crate::{
    cli::{DONE, Trouble, print},
    desk::AskFeedback,
    evidence::feedback::{Asked, blank},
    words::evidence::feedback as words,
};

/// Whom, and how.
#[derive(Debug, Args)]
pub struct FeedbackArgs {
    /// people or staff
    #[arg(default_value = "people")]
    pub whom: String,
    /// A blank to print, in large print
    #[arg(long)]
    pub blank: bool,
    /// With --blank: text or html
    #[arg(
        long = "as",
        value_name = "FORM",
        default_value = "text",
        requires = "blank"
    )]
    pub form: String,
}

impl FeedbackArgs {
    /// What the program opens on, where somebody is to be asked.
    ///
    /// # Errors
    ///
    /// When it does not say whom.
    pub(in crate::cli) fn opens(&self) -> Result<Option<AskFeedback>, Trouble> {
        let whom = self.whom()?;
        Ok((!self.blank).then_some(AskFeedback::Begin(Some(whom))))
    }

    fn whom(&self) -> Result<Asked, Trouble> {
        let whom = Asked::named(&self.whom);
        whom.ok_or_else(|| Trouble::not_understood(words::WHOM_USAGE))
    }
}

/// Prints a blank.
pub(super) fn run(args: &FeedbackArgs, out: &mut dyn Write) -> Result<u8, Trouble> {
    let whom = args.whom()?;
    let page = match args.form.as_str() {
        "text" => blank::as_text(whom),
        "html" => blank::as_html(whom),
        form => return Err(Trouble::not_understood(words::no_form(form))),
    };
    print(out, page.as_bytes())?;
    Ok(DONE)
}
