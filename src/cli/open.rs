//! What every subcommand needs opened first: the home, the settings, the guides, the lists.

use std::{
    fmt,
    io::{self, IsTerminal, Write},
    path::Path,
};

use super::{
    Args, COULD_NOT_WRITE, Command, DONE, NOT_UNDERSTOOD, PROBLEMS, add, check_in, connections,
    doctor, due, evidence, guide, keeping, keys, passphrase, plain_talk, played,
    practice::{self, PracticeCommand},
    records, seal,
    seal::SealCommand,
    system,
};
use crate::{
    app::{
        App, Seal,
        practice::{First, Wanted},
    },
    connection::Listings,
    conversation::Part,
    desk::{self, Desk, Draft, Index, Preferences, Team},
    guide::{GuideId, Kind, Setback, Shelf, TeamFile},
    people::InCrisis,
    practice::Scenarios,
    record::Kinder,
    run::{Clock, World, team_files},
    store::{FromFile, Home, Library, Local, Settings, StoreError, Vault},
    text,
    tui::{TermFacts, Theme, ThemeName},
    words,
};

/// What was not done, as a sentence, and the exit code that says so.
#[derive(Debug)]
pub struct Trouble {
    /// The sentence.
    pub sentence: String,
    /// The exit code.
    pub code: u8,
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence)
    }
}

impl Trouble {
    /// The words of the command were not understood.
    pub fn not_understood(sentence: impl Into<String>) -> Self {
        Self {
            sentence: sentence.into(),
            code: NOT_UNDERSTOOD,
        }
    }

    /// Problems were found.
    pub fn found(sentence: impl Into<String>) -> Self {
        Self {
            sentence: sentence.into(),
            code: PROBLEMS,
        }
    }
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        Self {
            sentence: error.to_string(),
            code: COULD_NOT_WRITE,
        }
    }
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        Self {
            sentence: words::could_not_write(&error.to_string()),
            code: COULD_NOT_WRITE,
        }
    }
}

/// Does what the arguments ask, and gives the exit code.
pub(super) fn run(args: Args) -> Result<u8, Trouble> {
    let home = Home::find(args.home.as_deref())?;
    // Not locked: the full screen's own threads must be able to give the terminal back.
    let mut out = io::stdout();
    match &args.command {
        None => open_face(&args, home, Opening::Home, None),
        Some(Command::New { guide, record, on }) => {
            new(&args, home, guide, record.as_deref(), on.as_deref())
        }
        Some(Command::CarryOn { id }) => open_face(&args, home, Opening::CarryOn(id.clone()), None),
        Some(Command::Due {
            week,
            json,
            ics,
            replace,
        }) => {
            let asked = due::Asked {
                week: *week,
                json: *json,
                ics: ics.as_deref(),
                replace: *replace,
            };
            due::run(&home, &library(&home), &asked, &mut out)
        }
        Some(Command::Records {
            json,
            due_to_go: true,
            ..
        }) => keeping::due(&home, &library(&home), *json, &mut out),
        Some(Command::Records { json, person, .. }) => {
            let person = person.as_deref();
            records::list(&home, &library(&home), person, *json, &mut out)
        }
        Some(Command::Add(asked)) => add::run(&home, &library(&home), asked),
        Some(Command::Show(asked)) => records::show(&home, &library(&home), asked, &mut out),
        Some(Command::Keep { id, until, because }) => {
            keeping::keep(&home, &library(&home), id, until, because.as_deref())
        }
        Some(Command::Remove { id, because }) => {
            keeping::remove(&home, &library(&home), id, because.as_deref())
        }
        Some(Command::Guide { command }) => {
            let (team, said) = team_guides(&home);
            said.iter().for_each(|words| say(words));
            let mut err = io::stderr().lock();
            read_to_the_end(guide::run(command, &team, &mut out, &mut err))
        }
        Some(Command::Connections { command }) => connections::run(command, &home, &mut out),
        Some(Command::Practice { command: None }) => practise(&args, home, None, First::Look),
        Some(Command::Practice {
            command: Some(PracticeCommand::Start { id, alone }),
        }) => {
            let part = if *alone { Part::Alone } else { Part::Listener };
            practise(&args, home, id.as_deref(), First::Play(part))
        }
        Some(Command::Practice {
            command: Some(PracticeCommand::Observe { id }),
        }) => practise(&args, home, id.as_deref(), First::Play(Part::Observer)),
        Some(Command::Practice {
            command: Some(PracticeCommand::Debrief { id }),
        }) => practise(&args, home, None, First::Debrief(id.clone())),
        Some(Command::Practice {
            command: Some(PracticeCommand::List { kept: true }),
        }) => played::list(&home, &mut out),
        Some(Command::Practice {
            command: Some(PracticeCommand::Carry { id, file }),
        }) => played::carry(&home, id, file, &mut out),
        Some(Command::Practice {
            command: Some(command),
        }) => {
            let (guides, mut said) = team_guides(&home);
            let (team, told) = team_files(&home, &home.scenarios());
            said.extend(told);
            said.iter().for_each(|words| say(words));
            let mut err = io::stderr().lock();
            let shelf = Shelf::new(guides);
            read_to_the_end(practice::run(command, &team, &shelf, &mut out, &mut err))
        }
        Some(Command::Evidence(asked)) => match asked.opens(&library(&home))? {
            Some(command) => opened_on(&args, home, command),
            None => evidence::run(asked, &home, &library(&home), &mut out),
        },
        Some(Command::Seal { command }) => match command {
            SealCommand::Unlock => unlocked(&args, home),
            command => seal::run(command, &home, &library(&home), &mut out),
        },
        Some(Command::Doctor) => doctor::run(&args, &home, &mut out),
        Some(Command::Keys) => keys::run(&mut out),
        Some(Command::Completions { shell }) => system::completions(*shell, &mut out),
        Some(Command::Man) => system::man(&mut out),
    }
}

/// Opens the face on practice.
fn practise(args: &Args, home: Home, id: Option<&str>, first: First) -> Result<u8, Trouble> {
    if let Some(id) = id {
        let shelf = shelf(&home);
        let scenarios = Scenarios::new(&team_files(&home, &home.scenarios()).0, &shelf);
        if scenarios.get(id).is_none() {
            return Err(Trouble::not_understood(words::practice::no_scenario(id)));
        }
    }
    // Nobody has chosen one: that comes first.
    let first = match (id, first) {
        (None, First::Play(Part::Listener | Part::Alone)) => First::Look,
        (_, first) => first,
    };
    let wanted = Wanted {
        scenario: id.map(str::to_owned),
        first,
        from_home: false,
    };
    open_face(args, home, Opening::Practice(wanted), None)
}

/// What the face opens on.
enum Opening {
    Home,
    Practice(Wanted),
    New(GuideId),
    CheckIn(Box<InCrisis>),
    CarryOn(Option<String>),
    /// Home, with something asked for already.
    Asked(Box<desk::Command>),
}

fn new(
    args: &Args,
    home: Home,
    guide: &str,
    record: Option<&Path>,
    on: Option<&str>,
) -> Result<u8, Trouble> {
    let id = Kind::named(guide).map_or_else(|| GuideId::new(guide), Kind::main_guide);
    if record.is_some() && !wants_plain(args) {
        return Err(Trouble::not_understood(words::RECORD_NEEDS_PLAIN));
    }
    if let Some(on) = on {
        let crisis = check_in::on(&home, &library(&home), &id, on)?;
        return open_face(args, home, Opening::CheckIn(Box::new(crisis)), record);
    }
    open_face(args, home, Opening::New(id), record)
}

/// Opens Home with everything readable.
fn unlocked(args: &Args, home: Home) -> Result<u8, Trouble> {
    if home.vault().is_on() {
        passphrase::unlock(&home)?;
        passphrase::hand_over();
    }
    open_face(args, home, Opening::Home, None)
}

/// Opens Home with everything readable, and something asked for already.
fn opened_on(args: &Args, home: Home, command: desk::Command) -> Result<u8, Trouble> {
    if home.vault().is_on() {
        passphrase::unlock(&home)?;
        passphrase::hand_over();
    }
    open_face(args, home, Opening::Asked(Box::new(command)), None)
}

/// Whether the home is sealed, and whether its key is at hand already.
fn seal_of(vault: &Vault) -> Seal {
    match (vault.is_on(), vault.has_key()) {
        (false, _) => Seal::Off,
        (true, false) => Seal::Locked,
        (true, true) => Seal::Unlocked,
    }
}

/// The computer's clock, or the one tests set.
pub(super) fn clock() -> Clock {
    Clock::new(std::env::var("ALONGSIDE_NOW").ok().as_deref())
}

/// Opens the full screen, or where there is no terminal for one, the plain face.
fn open_face(
    args: &Args,
    home: Home,
    opening: Opening,
    record: Option<&Path>,
) -> Result<u8, Trouble> {
    let (settings, mut notices) = settings(&home);
    let (mut desk, found) = desk(&home, &settings);
    notices.extend(found);
    let plain = wants_plain(args);
    if let Opening::New(guide) = &opening
        && desk.shelf.guide(guide).is_none()
    {
        return Err(Trouble::not_understood(words::no_guide(guide.as_str())));
    }
    let theme = theme(args, &settings)?;
    let library = Library::of(&home, settings.records.as_deref());
    let clock = clock();
    let home_path = home.root().display().to_string();
    let records_path = settings.records.as_deref();
    let records_path = records_path.map(|folder| home.root().join(folder).display().to_string());
    let seal = seal_of(home.vault());
    let world = World::new(home, library, clock);
    match world.open_conversations() {
        Ok(ids) => desk.drafts = ids.into_iter().map(Draft::unread).collect(),
        Err(error) => notices.push(error.to_string()),
    }
    let mut app = App::new(desk, (80, 24), clock.now());
    app.notices = notices;
    app.home_path = home_path;
    app.records_path = records_path;
    app.seal = seal;
    if seal == Seal::Locked {
        // So it is said from the first frame, before anything was looked for.
        app.desk.index = Index::Sealed;
    }
    app.ask_for_local_help();
    let must_open = match &opening {
        Opening::Home | Opening::Asked(_) => false,
        Opening::Practice(wanted) => matches!(wanted.first, First::Debrief(_)),
        Opening::New(_) | Opening::CheckIn(_) | Opening::CarryOn(_) => true,
    };
    match opening {
        Opening::Home => {}
        Opening::Asked(command) => app.obey(*command, clock.tick()),
        Opening::Practice(wanted) => app.go_to_practice(wanted, clock.tick()),
        Opening::New(guide) => app.start_with(&guide, clock.tick()),
        Opening::CheckIn(crisis) => app.begin_check_in(&crisis, clock.tick()),
        Opening::CarryOn(id) => app
            .carry_on_with(id.as_deref())
            .map_err(Trouble::not_understood)?,
    }
    if plain {
        return plain_talk::run(app, world, record, must_open);
    }
    crate::tui::face::run(app, world, theme)?;
    Ok(DONE)
}

/// Plain when asked for, when a screen reader says so, and wherever there is no screen to fill or no keys to read.
fn wants_plain(args: &Args) -> bool {
    let said = |name: &str| std::env::var(name).unwrap_or_default();
    let accessible = !matches!(said("ACCESSIBLE").as_str(), "" | "0" | "false");
    args.plain || accessible || said("TERM") == "dumb" || is_piped()
}

fn is_piped() -> bool {
    !(io::stdin().is_terminal() && io::stdout().is_terminal())
}

/// Whoever was reading may have seen enough of it.
fn read_to_the_end(ran: io::Result<u8>) -> Result<u8, Trouble> {
    match ran {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(DONE),
        ran => Ok(ran?),
    }
}

/// The settings, and a sentence for each thing in them that was not understood.
pub(super) fn settings(home: &Home) -> (Settings, Vec<String>) {
    read(FromFile::settings(home), "config.toml")
}

/// What a file of the home holds, and a sentence for each thing in it that was not understood.
fn read<T: Default>(read: Result<FromFile<T>, StoreError>, name: &str) -> (T, Vec<String>) {
    match read {
        Ok(file) => {
            let told = file.problems.iter().map(|problem| {
                words::file_problem(name, problem.place(&file.text), &problem.message)
            });
            (file.value, told.collect())
        }
        Err(error) => (T::default(), vec![error.to_string()]),
    }
}

/// What the team filled in, and a sentence for each thing in it that was not understood.
pub(super) fn local(home: &Home) -> (Local, Vec<String>) {
    read(FromFile::local(home), "local.toml")
}

/// All guides of this home. What is wrong with one is said where guides are used.
pub(super) fn shelf(home: &Home) -> Shelf {
    Shelf::new(team_guides(home).0)
}

pub(super) fn library(home: &Home) -> Library {
    Library::of(home, settings(home).0.records.as_deref())
}

/// A desk with the guides and the preferences of this home, and what is to be said of them first. A list of local help
/// may be long, and comes when it is read.
pub(super) fn desk(home: &Home, settings: &Settings) -> (Desk, Vec<String>) {
    let (guides, mut notices) = team_guides(home);
    let shelf = Shelf::new(guides);
    notices.extend(shelf.setbacks().iter().map(setback));
    let (local, told) = local(home);
    notices.extend(told);
    let prefs = Preferences {
        name: settings.name.clone(),
        hints: settings.hints,
        clock: settings.clock,
        spacing: settings.spacing,
        words: settings.words,
        width: settings.width.unwrap_or(Preferences::default().width),
        lock_after: settings.lock_after,
    };
    let team = Team {
        numbers: local
            .numbers
            .into_iter()
            .map(|number| (number.name, number.number.unwrap_or_default()))
            .collect(),
        safe_steps: local.safe_steps,
        routes: local.routes,
        words: Kinder::default().with(local.words),
    };
    (Desk::new(shelf, Listings::default(), team, prefs), notices)
}

fn setback(setback: &Setback) -> String {
    words::guide_setback(&setback.file, setback.line, setback.fallback)
}

/// The team's own guides, and what is to be said of those that were left out.
pub(super) fn team_guides(home: &Home) -> (Vec<TeamFile>, Vec<String>) {
    team_files(home, &home.guides())
}

/// The theme asked for, or preferred, as deep as the terminal can show.
fn theme(args: &Args, settings: &Settings) -> Result<Theme, Trouble> {
    let asked = match &args.theme {
        Some(name) => {
            let theme = ThemeName::named(name);
            Some(theme.ok_or_else(|| Trouble::not_understood(words::no_theme(name)))?)
        }
        None => settings
            .theme
            .and_then(|theme| ThemeName::named(theme.name())),
    };
    let facts = term_facts(args);
    let ascii = args.ascii || facts.needs_ascii();
    Ok(Theme::new(asked, facts.depth(), ascii))
}

/// What the command line and the environment say of the terminal.
pub(super) fn term_facts(args: &Args) -> TermFacts {
    let said = |name: &str| std::env::var(name).ok();
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
        .into_iter()
        .filter_map(said)
        .find(|value| !value.is_empty());
    TermFacts {
        no_color_flag: args.no_color,
        colour_setting: None,
        no_color: said("NO_COLOR"),
        force_color: said("FORCE_COLOR"),
        clicolor_force: said("CLICOLOR_FORCE"),
        clicolor: said("CLICOLOR"),
        colorterm: said("COLORTERM"),
        term: said("TERM"),
        locale,
        modern_console: cfg!(windows),
    }
}

/// Writes one line of talk, which nobody may be there to read. It may name a file or an argument, so nothing in it acts.
pub(super) fn say(words: &str) {
    let _ = writeln!(io::stderr(), "{}", text::shown_lines(words));
}
