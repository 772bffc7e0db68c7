//! Hearing of an ending on Windows: the console closed, log-off, shutdown, Ctrl+Break.
//!
//! Written against the documentation of `SetConsoleCtrlHandler` and `HandlerRoutine`. **It could not be run on the machine
//! it was written on**: it has been type-checked and no more. Whoever first has a Windows machine should close the
//! window in mid-sentence, and look on Home for "window closed".
//!
//! What the documentation says, and what follows from it:
//!
//! - The system runs the handler on a new thread of this process. So nothing here may wait for the main thread.
//! - For a close, a log-off and a shutdown the process is ended as soon as the handler returns, whatever it returns. So
//!   all of the ending is done in the handler, which then exits and never returns. Crates that hand the event to another
//!   thread and return lose the race; that is why none is used.
//! - It may take about five seconds, and less at a shutdown. [`super::AT_MOST`] is two.
//! - Log-off and shutdown are not told to a console program that has loaded `user32.dll` or `gdi32.dll`, and are not
//!   told in time everywhere. The journal does not rely on any of this: every word is in it already.

#![allow(unsafe_code)]

use std::io;

use windows_sys::Win32::System::Console::{
    CTRL_BREAK_EVENT, CTRL_C_EVENT, CTRL_CLOSE_EVENT, CTRL_LOGOFF_EVENT, CTRL_SHUTDOWN_EVENT,
    SetConsoleCtrlHandler,
};
use windows_sys::core::BOOL;

use super::{Ending, end};

/// The answer to an event that is none of ours: the next handler may have it.
const NOT_OURS: BOOL = 0;
const ADD: BOOL = 1;

/// Asks the system to tell of console events from now on.
pub(super) fn watch() -> io::Result<()> {
    // SAFETY: `hear` has the signature the system asks for, is a plain function that lives as long as the program, holds
    // no state of its own, and does not unwind: `end` never returns, and a panic in it exits from the panic hook. The
    // call takes no pointer but that one.
    let added = unsafe { SetConsoleCtrlHandler(Some(hear), ADD) };
    if added == 0 {
        return Err(io::Error::last_os_error());
    }
    Ok(())
}

/// Called by the system, on a thread of its own making.
extern "system" fn hear(event: u32) -> BOOL {
    let ending = match event {
        CTRL_CLOSE_EVENT => Ending::HangUp,
        CTRL_LOGOFF_EVENT | CTRL_SHUTDOWN_EVENT => Ending::Terminate,
        // While the terminal is ours, Ctrl+C comes as a key; this one was sent by another program, or in plain mode.
        CTRL_C_EVENT | CTRL_BREAK_EVENT => Ending::Interrupt,
        _ => return NOT_OURS,
    };
    end(ending)
}
