// The line that says how a typed date is read: what comes instead of one (a sign-in page, a refusal) is not put there.
"use strict";

document.addEventListener("htmx:beforeSwap", (event) => {
    const isReading = event.detail.target.classList.contains("desk-reading");
    if (isReading && !event.detail.xhr.responseText.includes('class="desk-read')) {
        event.detail.shouldSwap = false;
    }
});
