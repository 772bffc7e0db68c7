//! What can be the matter with published data, each with a sentence and what to do about it.

/// One sort of thing that is not as it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Fault {
    /// The spelling of the file breaks off, or is not JSON.
    NotJson,
    /// Lists in lists in lists.
    TooDeep,
    /// JSON, but nothing in it is a service.
    NoServices,
    /// Something in the list is no service.
    NotAService,
    /// One page of several.
    OnePage,
    /// No name, so it is left out.
    NoName,
    /// No id.
    NoId,
    /// The id of another one.
    SameId,
    /// No status.
    NoStatus,
    /// A status that is not one.
    OddStatus,
    /// Only the outline: no phone, place or times.
    NoDetails,
    /// No phone number anywhere.
    NoPhone,
    /// A phone number written as a number, which loses its first nought.
    PhoneIsANumber,
    /// A phone number without digits.
    OddPhone,
    /// A place between the poles is at most 90 from the equator.
    OddLatitude,
    /// And at most 180 round.
    OddLongitude,
    /// An address without its street or its postcode.
    PartOfAnAddress,
    /// A location that is not in the data.
    NoLocation,
    /// An organisation that is not in the data.
    NoOrganisation,
    /// HTML or Markdown.
    Markup,
    /// What acts unseen.
    Unseen,
    /// Words longer than a list has room for.
    TooLong,
    /// Not a day.
    OddDate,
    /// Not a time.
    OddTime,
    /// Not a day of the week or the month.
    OddDay,
    /// Neither each week nor each month.
    OddFrequency,
    /// Every other week, without saying from when.
    NoStart,
    /// Closes before it opens.
    ClosesFirst,
    /// Until a day that comes before the first.
    EndsFirst,
    /// For people over 60 and under 18.
    OddAges,
    /// A price that is no number.
    OddCost,
    /// One thing where there should be a list of them.
    NotAList,
    /// A list, or more, where there should be words.
    NotWords,
    /// A file that the descriptor names and that is not there.
    NoFile,
    /// A file outside the folder, or on the web.
    FileElsewhere,
    /// No table of services.
    NoTable,
    /// A row for something that is not in the data.
    Loose,
    /// Bytes that are not text.
    NotText,
}

impl Fault {
    /// All of them.
    pub const ALL: [Self; 38] = [
        Self::NotJson,
        Self::TooDeep,
        Self::NoServices,
        Self::NotAService,
        Self::OnePage,
        Self::NoName,
        Self::NoId,
        Self::SameId,
        Self::NoStatus,
        Self::OddStatus,
        Self::NoDetails,
        Self::NoPhone,
        Self::PhoneIsANumber,
        Self::OddPhone,
        Self::OddLatitude,
        Self::OddLongitude,
        Self::PartOfAnAddress,
        Self::NoLocation,
        Self::NoOrganisation,
        Self::Markup,
        Self::Unseen,
        Self::TooLong,
        Self::OddDate,
        Self::OddTime,
        Self::OddDay,
        Self::OddFrequency,
        Self::NoStart,
        Self::ClosesFirst,
        Self::EndsFirst,
        Self::OddAges,
        Self::OddCost,
        Self::NotAList,
        Self::NotWords,
        Self::NoFile,
        Self::FileElsewhere,
        Self::NoTable,
        Self::Loose,
        Self::NotText,
    ];

    /// Whether something is not in the list because of it.
    pub fn costs_a_listing(self) -> bool {
        matches!(
            self,
            Self::NotJson
                | Self::TooDeep
                | Self::NoServices
                | Self::NotAService
                | Self::NoName
                | Self::NoFile
                | Self::FileElsewhere
                | Self::NoTable
        )
    }

    /// What is the matter, as a sentence.
    pub fn message(self) -> &'static str {
        self.sentences().0
    }

    /// What to do about it, as a sentence.
    pub fn hint(self) -> &'static str {
        self.sentences().1
    }

    fn sentences(self) -> (&'static str, &'static str) {
        match self {
            Self::NotJson => (
                "From here on this is not JSON. What comes before it is read.",
                "Download it again, or ask the publisher for the whole file.",
            ),
            Self::TooDeep => (
                "Lists stand inside lists too deep to follow here.",
                "Ask the publisher for the data as Open Referral UK has it.",
            ),
            Self::NoServices => (
                "There are no services in this file.",
                "Open Referral data is a service, a list of services, or a page of them.",
            ),
            Self::NotAService => (
                "This is not a service, so it is left out.",
                "Ask the publisher what it is for.",
            ),
            Self::OnePage => (
                "This is one page of several.",
                "Put all pages in a folder and import the folder.",
            ),
            Self::NoName => (
                "There is no name, so it is left out.",
                "Tell the publisher.",
            ),
            Self::NoId => (
                "There is no id. One is made from the name.",
                "If the name changes, what you remember of it is lost.",
            ),
            Self::SameId => (
                "Another listing has this id.",
                "Tell the publisher: one of the two cannot be told from the other.",
            ),
            Self::NoStatus => (
                "It does not say whether it is running.",
                "It is taken to be running. Ring before you say so.",
            ),
            Self::OddStatus => (
                "Whether it is running is not understood.",
                "It is taken to be running. Ring before you say so.",
            ),
            Self::NoDetails => (
                "Details are missing: no phone, place or times.",
                "Ask the publisher for full records.",
            ),
            Self::NoPhone => (
                "There is no phone number.",
                "Find it out and tell the publisher.",
            ),
            Self::PhoneIsANumber => (
                "The phone number is kept as a number, so a first 0 may be lost.",
                "Check it before you read it out.",
            ),
            Self::OddPhone => (
                "This phone number has no digits, so it is not used.",
                "Find it out and tell the publisher.",
            ),
            Self::OddLatitude => (
                "The latitude is not between -90 and 90.",
                "Nothing here uses it. Tell the publisher.",
            ),
            Self::OddLongitude => (
                "The longitude is not between -180 and 180.",
                "Nothing here uses it. Tell the publisher.",
            ),
            Self::PartOfAnAddress => (
                "The address has no street or no postcode.",
                "Find it out and tell the publisher.",
            ),
            Self::NoLocation => (
                "Its place is not in the data.",
                "Ask the publisher for full records.",
            ),
            Self::NoOrganisation => (
                "Its organisation is not in the data.",
                "Ask the publisher for full records.",
            ),
            Self::Markup => (
                "Web page code or Markdown was taken out of the words.",
                "Read them once: something may be lost.",
            ),
            Self::Unseen => (
                "There is an invisible control character in the words. It is not used.",
                "Tell the publisher.",
            ),
            Self::TooLong => (
                "Words too long for a list are cut.",
                "Follow its address to read the rest.",
            ),
            Self::OddDate => ("A date is not understood.", "It is not used."),
            Self::OddTime => ("A time is not understood.", "It is not used."),
            Self::OddDay => (
                "A day of the week is not understood.",
                "These opening days are not used. Ring first.",
            ),
            Self::OddFrequency => (
                "How often it is open is not understood.",
                "These opening days are not used. Ring first.",
            ),
            Self::NoStart => (
                "It is open every few weeks, and does not say from when.",
                "These opening days are not used. Ring first.",
            ),
            Self::ClosesFirst => (
                "It closes before it opens.",
                "The times are not used. Ring first.",
            ),
            Self::EndsFirst => (
                "Its last day is before its first.",
                "These opening days are not used. Ring first.",
            ),
            Self::OddAges => (
                "The youngest age is above the oldest.",
                "The ages are not used.",
            ),
            Self::OddCost => (
                "What it costs is not understood.",
                "Ask when you ring. Not known is not free.",
            ),
            Self::NotAList => (
                "One thing stands where a list should.",
                "It is read as a list of one.",
            ),
            Self::NotWords => (
                "Something else stands where words should.",
                "It is not used.",
            ),
            Self::NoFile => (
                "The descriptor names a file that cannot be read.",
                "Ask the publisher for the whole package.",
            ),
            Self::FileElsewhere => (
                "The descriptor names a file outside its folder, which is not read.",
                "Download it yourself and put it beside the descriptor.",
            ),
            Self::NoTable => (
                "The package has no table of services.",
                "Ask the publisher for the whole package.",
            ),
            Self::Loose => (
                "Rows belong to something that is not in the data.",
                "They are not used. Ask the publisher for full records.",
            ),
            Self::NotText => (
                "Bytes that are not UTF-8 text are shown as \u{FFFD}.",
                "Save it as UTF-8.",
            ),
        }
    }
}
