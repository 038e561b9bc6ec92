// The review page: where the focus goes after a card was swapped, and what is said when the server cannot be reached.
"use strict";

const said = () => document.getElementById("desk-said");

/** The next card that still waits, below this one and then from the top. */
function nextDraft(card) {
    const waiting = [...document.querySelectorAll(".draft.is-draft")];
    const below = (other) => card.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
    return waiting.find(below) || waiting.find((other) => other !== card);
}

/** Where the editor goes on: at what is wrong, in the form just opened, else at the card. */
function placeIn(card) {
    return (
        card.querySelector("[aria-invalid=true]") ||
        card.querySelector(".draft-form input:not([type=hidden])") ||
        card
    );
}

function moveFocus(card) {
    const refused = card.querySelector(".draft-problem");
    const decided = !card.classList.contains("is-draft") && !refused;
    const target = (decided && nextDraft(card)) || placeIn(card);
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "nearest" });
}

/** Whether the card was only brought up to date because another one was merged with it: the focus stays where it is. */
function wasOnlyTouched(detail) {
    return (detail.requestConfig?.triggeringEvent?.type || "").startsWith("changed-");
}

document.addEventListener("htmx:afterSettle", (event) => {
    if (event.detail.elt.classList.contains("draft") && !wasOnlyTouched(event.detail)) {
        moveFocus(event.detail.elt);
    }
});

/** Say what went wrong; the card and what was typed in it stay, and so does the editor's place. */
function complain(event, what) {
    said().textContent = said().dataset[what];
    const card = event.detail.elt.closest(".draft");
    setTimeout(() => card?.focus());
}

/** Signing in again makes the page's form tokens void: take new ones from the page as it is served now. */
async function renewTokens() {
    const page = await (await fetch(location.href)).text();
    const fresh = new DOMParser().parseFromString(page, "text/html").querySelector(".draft [name=csrfmiddlewaretoken]");
    for (const token of fresh ? document.querySelectorAll("[name=csrfmiddlewaretoken]") : []) {
        token.value = fresh.value;
    }
}

// An answer without a card is a sign-in page.
document.addEventListener("htmx:beforeSwap", (event) => {
    const answer = event.detail.xhr;
    const expected = event.detail.target.classList.contains("desk-reading") ? 'class="desk-read' : 'class="draft';
    if (answer.status === 200 && !answer.responseText.includes(expected)) {
        event.detail.shouldSwap = false;
        complain(event, "signedOut");
        window.addEventListener("focus", renewTokens, { once: true });
    }
});

for (const trouble of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
    document.addEventListener(trouble, (event) => {
        complain(event, "failed");
        if (event.detail.xhr.status === 403) {
            renewTokens();
        }
    });
}
