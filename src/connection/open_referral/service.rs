//! One service to one listing: what is needed on a call, from wherever in the service it stands.

use serde_json::Value;

use super::{
    fields::{Fields, Object},
    schedule,
};
use crate::connection::{
    Listing, Running,
    import::Fault,
    tidy::{cut, first_sentence},
};

/// Letters of what is said about a service that a row has a use for.
const ABOUT: usize = 160;

/// Reads a service. `None` when it has no name.
pub(super) fn read(service: &Object, fields: &mut Fields) -> Option<Listing> {
    let name = fields.words(service, "name");
    if name.is_empty() {
        fields.fault(Fault::NoName);
        return None;
    }
    let id = fields.words(service, "id");
    if id.is_empty() {
        fields.fault(Fault::NoId);
    }
    let places = Places::of(service, fields);
    if is_outline(service) {
        fields.fault(Fault::NoDetails);
    }
    let hours: Vec<_> = places
        .schedules(service, fields)
        .into_iter()
        .filter_map(|one| schedule::read(one, fields))
        .collect();
    let when: Vec<String> = hours.iter().map(|hours| hours.in_words()).collect();
    let mut listing = Listing {
        id,
        name,
        phone: phone(service, &places, fields),
        cost: cost(service, fields),
        join: join(service, fields),
        place: places.words(service, fields),
        alert: fields.words(service, "alert"),
        running: running(service, fields),
        checked: fields.day(service, "assured_date"),
        kind: kind(service, fields),
        words: words(service, fields),
        about: about(service, fields),
        when: cut(&when.join("; "), ABOUT).0,
        hours,
        source: String::new(),
    };
    if listing.phone.is_empty() && !is_outline(service) {
        fields.fault(Fault::NoPhone);
    }
    listing.hours.dedup();
    Some(listing)
}

/// A list of services need not carry what hangs on them.
fn is_outline(service: &Object) -> bool {
    [
        "phones",
        "contacts",
        "service_at_locations",
        "schedules",
        "locations",
    ]
    .iter()
    .all(|key| !service.contains_key(*key))
}

/// The places a service is at, with all that stands under them.
struct Places<'s> {
    /// `service_at_location`, each with its location, if that is in the data.
    at: Vec<(&'s Object, Option<&'s Object>)>,
    organisation: Option<&'s Object>,
}

impl<'s> Places<'s> {
    fn of(service: &'s Object, fields: &mut Fields) -> Self {
        let links = fields.list(service, "service_at_locations");
        let mut at: Vec<_> = links
            .into_iter()
            .map(|link| (link, link.get("location").and_then(Value::as_object)))
            .collect();
        if at.iter().any(|(_, location)| location.is_none()) {
            fields.fault(Fault::NoLocation);
        }
        // Older exports hang locations on the service itself.
        let locations = fields.list(service, "locations");
        at.extend(
            locations
                .into_iter()
                .map(|location| (location, Some(location))),
        );
        let organisation = service.get("organization").and_then(Value::as_object);
        if organisation.is_none() && service.contains_key("organization_id") {
            fields.fault(Fault::NoOrganisation);
        }
        for (_, location) in &at {
            if let Some(location) = location {
                check_position(location, fields);
            }
        }
        Self { at, organisation }
    }

    fn locations(&self) -> impl Iterator<Item = &'s Object> {
        self.at.iter().filter_map(|(_, location)| *location)
    }

    /// On the service, or else where it is, or else on the place itself.
    fn schedules(&self, service: &'s Object, fields: &mut Fields) -> Vec<&'s Object> {
        let own = fields.list(service, "schedules");
        if !own.is_empty() {
            return own;
        }
        let there: Vec<_> = self
            .at
            .iter()
            .flat_map(|(link, _)| fields.list(link, "schedules"))
            .collect();
        if !there.is_empty() {
            return there;
        }
        let locations: Vec<_> = self.locations().collect();
        let of_location = |location| fields.list(location, "schedules");
        locations.into_iter().flat_map(of_location).collect()
    }

    /// The first place in words, how many more there are, and the areas that are served.
    fn words(&self, service: &Object, fields: &mut Fields) -> String {
        let locations: Vec<_> = self.locations().collect();
        let mut places: Vec<String> = vec![];
        for location in locations {
            let place = place(location, fields);
            if !place.is_empty() && !places.contains(&place) {
                places.push(place);
            }
        }
        let areas: Vec<String> = fields
            .list(service, "service_areas")
            .into_iter()
            .map(|area| fields.words(area, "name"))
            .filter(|name| !name.is_empty())
            .collect();
        let said = match (places.as_slice(), areas.as_slice()) {
            ([], []) => String::new(),
            ([], areas) => format!("covers {}", areas.join(", ")),
            ([one], _) => one.clone(),
            ([first, others @ ..], _) => format!("{first}; also {}", others.join("; ")),
        };
        cut(&said, 2 * ABOUT).0
    }
}

fn check_position(location: &Object, fields: &mut Fields) {
    let is_out = |key, most: f64, fields: &mut Fields| {
        let value = location.get(key).filter(|value| !value.is_null());
        value.is_some()
            && fields
                .number(location, key)
                .is_none_or(|at| at.abs() > most)
    };
    if is_out("latitude", 90.0, fields) {
        fields.fault(Fault::OddLatitude);
    }
    if is_out("longitude", 180.0, fields) {
        fields.fault(Fault::OddLongitude);
    }
}

fn place(location: &Object, fields: &mut Fields) -> String {
    let name = fields.words(location, "name");
    let Some(address) = fields.list(location, "addresses").into_iter().next() else {
        return name;
    };
    let mut parts = vec![name];
    for key in ["address_1", "address_2", "city", "postal_code"] {
        let words = fields.words(address, key);
        if words.is_empty() && (key == "address_1" || key == "postal_code") {
            fields.fault(Fault::PartOfAnAddress);
        }
        if !words.is_empty() && !parts.contains(&words) {
            parts.push(words);
        }
    }
    parts.retain(|part| !part.is_empty());
    parts.join(", ")
}

/// On the service, its contacts, where it is, the place itself, its organisation: the first that has one.
fn phone(service: &Object, places: &Places<'_>, fields: &mut Fields) -> String {
    let mut holders = vec![service];
    holders.extend(fields.list(service, "contacts"));
    for (link, _) in &places.at {
        holders.push(link);
        holders.extend(fields.list(link, "contacts"));
    }
    for location in places.locations() {
        holders.push(location);
        holders.extend(fields.list(location, "contacts"));
    }
    if let Some(organisation) = places.organisation {
        holders.push(organisation);
        holders.extend(fields.list(organisation, "contacts"));
    }
    for holder in holders {
        for phone in fields.list(holder, "phones") {
            let number = number(phone, fields);
            if !number.is_empty() {
                return number;
            }
        }
    }
    String::new()
}

/// As people say it: with its first nought, and the extension.
fn number(phone: &Object, fields: &mut Fields) -> String {
    if phone.get("number").is_some_and(Value::is_number) {
        fields.fault(Fault::PhoneIsANumber);
    }
    let number = fields.words(phone, "number");
    if number.is_empty() {
        return number;
    }
    if !number.contains(|c: char| c.is_ascii_digit()) {
        fields.fault(Fault::OddPhone);
        return String::new();
    }
    match fields.words(phone, "extension").as_str() {
        "" => number,
        extension => format!("{number} ext {extension}"),
    }
}

/// What it costs. Nothing said is not free.
fn cost(service: &Object, fields: &mut Fields) -> String {
    let mut costs: Vec<String> = vec![];
    for option in fields.list(service, "cost_options") {
        let words = [
            fields.words(option, "option"),
            amount(option, fields),
            fields.words(option, "amount_description"),
        ];
        let words: Vec<&str> = words
            .iter()
            .map(String::as_str)
            .filter(|it| !it.is_empty())
            .collect();
        if !words.is_empty() {
            costs.push(words.join(" "));
        }
    }
    if costs.is_empty() {
        costs.push(fields.words(service, "fees_description"));
    }
    cut(&costs.join(", "), ABOUT).0
}

fn amount(option: &Object, fields: &mut Fields) -> String {
    match option.get("amount") {
        None | Some(Value::Null) => return String::new(),
        Some(Value::String(words)) if words.trim().is_empty() => return String::new(),
        Some(_) => {}
    }
    let Some(amount) = fields
        .number(option, "amount")
        .filter(|it| (0.0..1e6).contains(it))
    else {
        fields.fault(Fault::OddCost);
        return String::new();
    };
    let sign = match fields.words(option, "currency").to_uppercase().as_str() {
        "" | "GBP" => "£".to_owned(),
        other => format!("{other} "),
    };
    match amount {
        0.0 => "free".to_owned(),
        amount if amount.fract() == 0.0 => format!("{sign}{amount:.0}"),
        amount => format!("{sign}{amount:.2}"),
    }
}

/// How somebody joins: what it says, or else where to write.
fn join(service: &Object, fields: &mut Fields) -> String {
    let asked = ["application_process", "email", "url"];
    let said = asked.into_iter().map(|key| fields.words(service, key));
    let said = said
        .collect::<Vec<_>>()
        .into_iter()
        .find(|said| !said.is_empty());
    cut(first_sentence(&said.unwrap_or_default()), ABOUT).0
}

fn running(service: &Object, fields: &mut Fields) -> Running {
    let status = fields.words(service, "status");
    if status.is_empty() {
        fields.fault(Fault::NoStatus);
        return Running::Yes;
    }
    Running::read(&status).unwrap_or_else(|| {
        fields.fault(Fault::OddStatus);
        Running::Yes
    })
}

/// The first name its publisher's taxonomy has for it. Nobody is asked for one that has none.
fn kind(service: &Object, fields: &mut Fields) -> String {
    let attributes = fields.list(service, "attributes").into_iter();
    let terms = attributes.filter_map(|one| one.get("taxonomy_term").and_then(Value::as_object));
    let mut names = terms.map(|term| fields.words(term, "name"));
    names.find(|name| !name.is_empty()).unwrap_or_default()
}

/// What else it may be looked for by.
fn words(service: &Object, fields: &mut Fields) -> Vec<String> {
    let mut words = vec![fields.words(service, "alternate_name")];
    if let Some(organisation) = service.get("organization").and_then(Value::as_object) {
        words.push(fields.words(organisation, "name"));
    }
    for attribute in fields.list(service, "attributes") {
        match attribute.get("taxonomy_term").and_then(Value::as_object) {
            Some(term) => words.push(fields.words(term, "name")),
            None => words.push(fields.words(attribute, "value")),
        }
    }
    for area in fields.list(service, "service_areas") {
        words.push(fields.words(area, "name"));
    }
    let mut kept: Vec<String> = vec![];
    for word in words {
        if !word.is_empty() && !kept.contains(&word) && kept.len() < 24 {
            kept.push(word.replace(';', ","));
        }
    }
    kept
}

/// The first sentence, and whom it is for.
fn about(service: &Object, fields: &mut Fields) -> String {
    let description = fields.words(service, "description");
    let sentence = cut(first_sentence(&description), ABOUT).0;
    let whom = match fields.words(service, "eligibility_description") {
        whom if whom.is_empty() => ages(service, fields),
        whom => cut(first_sentence(&whom), ABOUT).0,
    };
    let said = [sentence, whom];
    let said: Vec<&str> = said
        .iter()
        .map(String::as_str)
        .filter(|it| !it.is_empty())
        .collect();
    said.join(". ")
}

fn ages(service: &Object, fields: &mut Fields) -> String {
    let (youngest, oldest) = (
        fields.number(service, "minimum_age"),
        fields.number(service, "maximum_age"),
    );
    match (youngest, oldest) {
        (Some(youngest), Some(oldest)) if youngest > oldest => {
            fields.fault(Fault::OddAges);
            String::new()
        }
        (Some(youngest), Some(oldest)) => format!("Ages {youngest} to {oldest}"),
        (Some(youngest), None) if youngest > 0.0 => format!("Ages {youngest} and over"),
        (None, Some(oldest)) => format!("Ages up to {oldest}"),
        _ => String::new(),
    }
}
