// The article's page: hovering or focusing a phrase shows its trail and its drafts; a draft shows its phrase and
// sentence. Without this file following the phrase does, by :target.
"use strict";

const columns = document.querySelector(".reading-columns");
const byId = (id) => document.getElementById(id);

/** Everything of one phrase stands out and its trail is shown; what was shown before is not any more. */
function show(phrase, drafts) {
    for (const lit of columns.querySelectorAll(".is-lit, .is-shown")) {
        lit.classList.remove("is-lit", "is-shown");
    }
    phrase?.classList.add("is-lit");
    const trail = phrase && byId(phrase.hash.slice(1));
    trail?.classList.add("is-shown");
    columns.classList.toggle("has-shown", Boolean(trail));
    for (const draft of drafts) {
        draft.classList.add("is-lit");
        byId(`sentence-${draft.dataset.sentence}`)?.classList.add("is-lit");
    }
}

const draftsOf = (phrase) => phrase.dataset.drafts.split(" ").filter(Boolean).map((number) => byId(`draft-${number}`));

/** Bring a draft into the list's window, without moving the page under the pointer. */
function reveal(draft) {
    const list = draft?.closest(".besides");
    if (list && list.scrollHeight > list.clientHeight) {
        list.scrollTop = draft.offsetTop - 48;
    }
}

/** What a place in the page is about: a phrase, a trail or a draft. */
function showFor(place) {
    const phrase = place.closest(".phrase");
    const draft = place.closest(".beside");
    if (phrase) {
        show(phrase, draftsOf(phrase));
        reveal(draftsOf(phrase)[0]);
    } else if (draft) {
        show(byId(`phrase-${draft.dataset.phrase}`), [draft]);
    }
}

/** The phrase whose trail, or the place itself, that the address names. */
function showNamed() {
    const named = byId(location.hash.slice(1));
    const trail = named?.closest(".trail");
    if (trail) {
        showFor(byId(trail.id.replace("trail", "phrase")));
        trail.focus({ preventScroll: true });
    } else if (named) {
        showFor(named);
    }
}

if (columns) {
    columns.classList.add("is-live");
    columns.addEventListener("mouseover", (event) => showFor(event.target));
    columns.addEventListener("focusin", (event) => showFor(event.target));
    document.addEventListener("keydown", (event) => {
        if (event.key === "Escape") {
            show(null, []);
        }
    });
    window.addEventListener("hashchange", showNamed);
    showNamed();
}
