//! One way of writing for each errand: what is there before, the writing, and what may be there after.

use std::fs;

use super::*;

pub(super) fn scenario(errand: Errand) -> Scenario {
    match errand {
        Errand::Begin => Scenario {
            before: |_| {},
            act: |stage| stage.begin().map(drop),
            found: |stage| match stage.events() {
                0 => Found::Old,
                1 => Found::New,
                more => panic!("{more} events"),
            },
        },
        Errand::Lock => Scenario {
            before: |stage| stage.begin_and_settle(),
            act: |stage| {
                let folder = stage.home().conversation(&id());
                Lock::take(stage.home().disk(), &folder, samples::moment(0)).map(drop)
            },
            found: |stage| {
                let opened = Conversations::of(&stage.next_start()).open(&id(), samples::moment(1));
                assert_eq!(opened.expect("it can be had").1.events.len(), 1);
                Found::New
            },
        },
        Errand::Journal => Scenario {
            before: |stage| stage.begin_and_settle(),
            act: |stage| {
                let (mut open, _) =
                    Conversations::of(&stage.home()).open(&id(), samples::moment(0))?;
                // Each is tried whatever became of those before it, as somebody would go on typing.
                let mut outcome = Ok(());
                for event in said() {
                    outcome = outcome.and(open.append(&[event]).map(drop));
                }
                let outcome = outcome.and(open.settle());
                if !stage.is_over() {
                    stage.disk.mend();
                    open.write().expect("it goes when it can");
                    assert_eq!(stage.events(), 4);
                }
                outcome
            },
            found: |stage| {
                let read = stage.read();
                let all = [vec![samples::typed(0, "a")], said()].concat();
                assert!(all.starts_with(&read.events), "{read:?}");
                match read.events.len() {
                    4 => Found::New,
                    _ => Found::Old,
                }
            },
        },
        Errand::Fold => Scenario {
            before: |stage| {
                let home = stage.next_start();
                let folder = home.conversation(&id());
                fs::create_dir_all(&folder).expect("made");
                for piece in long_pieces() {
                    let bytes = match stage.sealed {
                        true => home.vault().seal(&piece.1).expect("sealed"),
                        false => piece.1,
                    };
                    let end = if stage.sealed { ".age" } else { "" };
                    fs::write(folder.join(format!("{}{end}", piece.0)), bytes).expect("written");
                }
            },
            act: |stage| {
                let (mut open, _) =
                    Conversations::of(&stage.home()).open(&id(), samples::moment(0))?;
                open.append(&[samples::typed(9000, "z")])?;
                open.settle()
            },
            found: |stage| {
                let read = stage.read();
                assert!(read.set_aside.is_empty() && read.unopened == 0);
                let replayed = crate::conversation::apply::replay(id(), &read.events, || None);
                let text = replayed.expect("it has its beginning").line.text;
                assert!(text.contains(&"x".repeat(LETTERS)), "every letter");
                match pieces::Pieces::of(&stage.home().conversation(&id())) {
                    Ok(pieces) if pieces.standing.len() < 3 => Found::New,
                    _ => Found::Old,
                }
            },
        },
        Errand::TakeAway => Scenario {
            before: |stage| stage.begin_and_settle(),
            act: |stage| {
                let conversations = Conversations::of(&stage.home());
                let (open, _) = conversations.open(&id(), samples::moment(0))?;
                conversations.remove(open)
            },
            found: |stage| {
                let listed = Conversations::of(&stage.next_start()).list();
                match listed.expect("listed").len() {
                    0 => Found::New,
                    _ => {
                        assert_eq!(stage.events(), 1, "still there, whole");
                        Found::Old
                    }
                }
            },
        },
        Errand::Record => Scenario {
            before: |_| {},
            act: |stage| {
                let library = Library::of(&stage.home(), None);
                library.save(&id(), "# Record", Some("# Apart")).map(drop)
            },
            found: |stage| {
                let library = Library::of(&stage.next_start(), None);
                let listed = library.list().records;
                let Some(record) = listed.first() else {
                    return Found::Old;
                };
                assert_eq!(library.read(record).expect("whole"), "# Record");
                assert_eq!(library.read_apart(record).expect("with it"), "# Apart");
                Found::New
            },
        },
        Errand::Addition => Scenario {
            before: |stage| {
                let library = Library::of(&stage.next_start(), None);
                library.save(&id(), "# Record", None).expect("saved");
            },
            act: |stage| {
                let library = Library::of(&stage.home(), None);
                let record = library.list().records.remove(0);
                library.add(&record, "# Record", "# Record\n\n## Added since")
            },
            found: |stage| {
                let library = Library::of(&stage.next_start(), None);
                let record = library.list().records.remove(0);
                match library.read(&record).expect("whole").as_str() {
                    "# Record" => Found::Old,
                    "# Record\n\n## Added since" => Found::New,
                    other => panic!("{other}"),
                }
            },
        },
        Errand::Answers => answers::scenario(),
        Errand::Evidence => evidence::scenario(),
        Errand::Remove => removing::scenario(),
        Errand::Settings => Scenario {
            before: |stage| settings::set(&stage.next_start(), &Setting::Clock(true)).expect("set"),
            act: |stage| settings::set(&stage.home(), &Setting::Clock(false)),
            found: |stage| {
                let file = fs::read_to_string(stage.home().config());
                match file.expect("whole").as_str() {
                    "clock = true\n" => Found::Old,
                    "clock = false\n" => Found::New,
                    other => panic!("{other}"),
                }
            },
        },
        Errand::SpareSeal => Scenario {
            before: |_| {},
            act: |stage| {
                let spare = Home::at(stage.temp.path().join("spare"));
                let spare = spare.on_disk(Arc::new(stage.disk.clone()));
                stage.home().vault().copy_to(&spare)
            },
            found: |stage| {
                let spare = Home::open(stage.temp.path().join("spare")).expect("a home");
                if !stage.sealed || !spare.vault().is_on() {
                    return Found::Old;
                }
                spare
                    .vault()
                    .unlock(passphrase())
                    .expect("its key is there");
                Found::New
            },
        },
        Errand::SealKeys => Scenario {
            before: |_| {},
            act: |stage| {
                let home = stage.home();
                if stage.sealed {
                    let other = seal::Key::generate().public();
                    return sealing::add_recipient(&home, "Team", other);
                }
                sealing::write_identity(&home, identity_file())?;
                sealing::turn_on(&home, passphrase())
            },
            found: |stage| {
                let home = stage.next_start();
                let is_on = home.vault().is_on();
                if home.identity().exists() {
                    home.vault().unlock(passphrase()).expect("a whole key");
                }
                assert!(!is_on || home.vault().has_key(), "never on without a key");
                match (stage.sealed, home.vault().recipients().len()) {
                    (true, 1) | (false, 0) => Found::Old,
                    (true, 2) | (false, 1) => Found::New,
                    (_, count) => panic!("{count} recipients"),
                }
            },
        },
        Errand::Seal => Scenario {
            before: |stage| {
                let plain = Home::at(stage.temp.path().join("home"));
                let library = Library::of(&plain, None);
                library
                    .save(&id(), "# Record", Some("# Apart"))
                    .expect("saved");
                stage.begin_and_settle();
            },
            act: |stage| {
                let home = stage.home();
                let library = Library::of(&home, None);
                for form in [sealing::Form::Sealed, sealing::Form::Plain] {
                    let outcome = sealing::turn_all(&home, &library, form, samples::moment(1))?;
                    outcome.troubles.into_iter().next().map_or(Ok(()), Err)?;
                }
                Ok(())
            },
            found: |stage| {
                let home = stage.next_start();
                let library = Library::of(&home, None);
                let record = library.list().records.remove(0);
                assert_eq!(library.read(&record).expect("whole"), "# Record");
                assert_eq!(library.read_apart(&record).expect("whole"), "# Apart");
                assert_eq!(stage.events(), 1);
                Found::New
            },
        },
        Errand::NewFile => Scenario {
            before: |_| {},
            act: |stage| {
                let path = stage.temp.path().join("mine.toml");
                let text = b"format = 1\n";
                stage.home().on(Errand::NewFile).write_new(&path, text)
            },
            found: |stage| match fs::read_to_string(stage.temp.path().join("mine.toml")) {
                Err(_) => Found::Old,
                Ok(text) => {
                    assert_eq!(text, "format = 1\n");
                    Found::New
                }
            },
        },
        Errand::Cache => cached::scenario(),
        Errand::Imported => local_help::imported(),
        Errand::Remembered => local_help::remembered(),
        Errand::Story => told::story(),
        Errand::Feedback => told::feedback(),
        Errand::Doctor => Scenario {
            before: |_| {},
            act: |stage| {
                let path = stage.home().root().join(".alongside-doctor.tmp");
                stage.home().on(Errand::Doctor).write_new(&path, b"")?;
                stage.home().on(Errand::Doctor).remove(&path)
            },
            found: |stage| {
                let listed = Conversations::of(&stage.next_start()).list();
                assert!(listed.expect("listed").is_empty());
                Found::New
            },
        },
    }
}
