// Django's filter boxes label an empty span; a label needs a role to be read out.
"use strict";

window.addEventListener("load", () => {
    setTimeout(() => {
        for (const icon of document.querySelectorAll(".help-tooltip[aria-label]:not([role])")) {
            icon.setAttribute("role", "img");
        }
    });
});
