//! Which window holds a conversation, or asks for it: the computer, the process, since when.
//!
//! ```text
//! process 4711
//! since 2026-03-10T14:20:00+00:00
//! computer desk-12
//! boot 0c2e7b52-8d0b-4f0f-a3a1-5b0d0e7c8a11
//! processes pid:[4026531836]
//! started 88214
//! token 5f0c21d29be1a6e3
//! ```

use std::{
    collections::hash_map::RandomState,
    hash::{BuildHasher, Hasher},
    path::Path,
    process,
};

use chrono::DateTime;

use super::seen::Seen;
use crate::{conversation::Moment, store::boot::Boot};

/// A window of this program, on this computer or another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Holder {
    computer: Computer,
    process: u32,
    /// When the process was started, in the system's own count: numbers are used again, number and start are not.
    started: Option<u64>,
    /// Since when.
    pub since: Option<Moment>,
    /// Never twice the same.
    token: String,
}

/// One run of a computer, and one of its tables of processes: within those a process number means something.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Computer {
    name: String,
    boot: Option<Boot>,
    processes: Option<String>,
}

impl Computer {
    fn this() -> Self {
        Self {
            name: system::name(),
            boot: Boot::present(),
            processes: system::processes(),
        }
    }

    /// Whether both are one run of one computer. Two computers may share a name, and one may change it.
    fn is_same_run(&self, other: &Self) -> bool {
        let known = self.boot.is_some() && other.boot.is_some();
        (&self.boot, &self.processes) == (&other.boot, &other.processes)
            && (known || self.name == other.name)
    }
}

/// What is known of a holder's process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Life {
    /// It is running.
    Running,
    /// It has ended.
    Gone,
    /// It is on another computer, or this system does not say.
    NotKnown,
}

impl Holder {
    /// This window.
    pub fn this(now: Moment) -> Self {
        let process = process::id();
        Self {
            computer: Computer::this(),
            process,
            started: system::started(process),
            since: Some(now),
            token: token(),
        }
    }

    /// The holder that a file names.
    pub fn at(path: &Path) -> Option<Self> {
        Self::read(&Seen::at(path).ok()?.bytes)
    }

    /// Reads what [`Self::to_bytes`] wrote; `None` when it is anything else.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let text = str::from_utf8(bytes).ok()?;
        let said = |name: &str| {
            let of = |line: &str| {
                line.strip_prefix(name)?
                    .strip_prefix(' ')
                    .map(str::to_owned)
            };
            text.lines().find_map(of).filter(|value| !value.is_empty())
        };
        Some(Self {
            computer: Computer {
                name: said("computer")?,
                boot: said("boot").and_then(|name| Boot::named(&name)),
                processes: said("processes"),
            },
            process: said("process")?.parse().ok()?,
            started: said("started").and_then(|ticks| ticks.parse().ok()),
            since: said("since").and_then(|at| DateTime::parse_from_rfc3339(&at).ok()),
            token: said("token")?,
        })
    }

    /// As it stands in a file.
    pub fn to_bytes(&self) -> Vec<u8> {
        let lines = [
            ("process", Some(self.process.to_string())),
            ("since", self.since.map(|at| at.to_rfc3339())),
            ("computer", Some(self.computer.name.clone())),
            ("boot", self.computer.boot.as_ref().map(Boot::to_string)),
            ("processes", self.computer.processes.clone()),
            ("started", self.started.map(|ticks| ticks.to_string())),
            ("token", Some(self.token.clone())),
        ];
        let line = |(name, value): (&str, Option<String>)| Some(format!("{name} {}\n", value?));
        let text: String = lines.into_iter().filter_map(line).collect();
        text.into_bytes()
    }

    /// Whether a file names this very holder.
    pub fn is_in(&self, bytes: &[u8]) -> bool {
        Self::read(bytes).is_some_and(|holder| holder == *self)
    }

    /// Whether both are the same process.
    pub fn is_same_process(&self, other: &Self) -> bool {
        self.computer.is_same_run(&other.computer) && self.process == other.process
    }

    pub fn is_on_this_computer(&self) -> bool {
        let here = Computer::this();
        self.computer.name == here.name || self.computer.is_same_run(&here)
    }

    /// Whether its process still runs. A computer that was switched off and on again counts as another one: two may
    /// have the same name, and cannot be told from it.
    pub fn life(&self) -> Life {
        if !self.computer.is_same_run(&Computer::this()) {
            return Life::NotKnown;
        }
        match (self.started, system::started(self.process)) {
            _ if has_gone(self.process) => Life::Gone,
            (Some(then), Some(now)) if then == now => Life::Running,
            (Some(_), Some(_)) => Life::Gone,
            _ => Life::NotKnown,
        }
    }
}

/// Letters and digits that nobody else comes up with.
pub(super) fn token() -> String {
    format!("{:016x}", RandomState::new().build_hasher().finish())
}

/// Whether no process of this number runs on this computer. False where that cannot be told.
pub(in crate::store) fn has_gone(process: u32) -> bool {
    system::is_running(process) == Some(false)
}

/// What the operating system says of itself and its processes.
mod system {
    #[cfg(unix)]
    use rustix::{
        io::Errno,
        process::{Pid, test_kill_process},
    };

    /// The computer's name, on one line.
    #[cfg(unix)]
    pub(super) fn name() -> String {
        let names = rustix::system::uname();
        named(&names.nodename().to_string_lossy())
    }

    /// The computer's name, on one line.
    #[cfg(not(unix))]
    pub(super) fn name() -> String {
        named(&std::env::var("COMPUTERNAME").unwrap_or_default())
    }

    fn named(name: &str) -> String {
        let name: String = name.chars().filter(|c| !c.is_control()).collect();
        if name.trim().is_empty() {
            "unnamed".to_owned()
        } else {
            name
        }
    }

    /// Which table of processes this one is in. Other systems than Linux have but one.
    pub(super) fn processes() -> Option<String> {
        let table = std::fs::read_link("/proc/self/ns/pid").ok()?;
        Some(table.to_string_lossy().into_owned())
    }

    /// Whether a process of this number runs; `None` where that cannot be asked.
    #[cfg(unix)]
    pub(super) fn is_running(process: u32) -> Option<bool> {
        let pid = i32::try_from(process).ok().and_then(Pid::from_raw);
        // One of somebody else's may not be asked, but it is there.
        let there = pid.is_some_and(|pid| test_kill_process(pid) != Err(Errno::SRCH));
        Some(there && !has_ended(process))
    }

    /// Whether a process of this number runs; `None` where that cannot be asked.
    #[cfg(not(unix))]
    pub(super) fn is_running(_process: u32) -> Option<bool> {
        None
    }

    /// It has ended, and only waits for whoever started it to hear so.
    #[cfg(unix)]
    fn has_ended(process: u32) -> bool {
        let state =
            stat(process).and_then(|fields| fields.split_whitespace().next()?.chars().next());
        matches!(state, Some('Z' | 'X'))
    }

    /// When a process was started, in ticks since the computer was: field 22.
    pub(super) fn started(process: u32) -> Option<u64> {
        stat(process)?.split_whitespace().nth(19)?.parse().ok()
    }

    /// What Linux says of a process, from field 3 on. The one before is the program's name in brackets, and may hold
    /// anything.
    fn stat(process: u32) -> Option<String> {
        let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
        stat.rsplit_once(')').map(|(_, fields)| fields.to_owned())
    }
}
