// New events are spoken of, never inserted: what is being read stays where it is. A small address is asked once a
// minute while the page is seen, and answers 304 while nothing has changed. Without this file a reader reloads.

const line = document.getElementById("news");
const EVERY = 60_000;
const SLOWEST = 16 * EVERY;
let pause = EVERY;
let asked = Date.now();
let told = "";

/** Ask where the view that is shown says; a view that came since asks for itself. */
async function ask() {
  const address = document.querySelector("[data-news]")?.dataset.news;
  if (!address) return;
  asked = Date.now();
  try {
    const answer = await fetch(address, { cache: "no-cache", headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(answer.statusText);
    const news = await answer.json();
    pause = EVERY;
    if (document.querySelector("[data-news]")?.dataset.news === address) tell(news);
  } catch {
    pause = Math.min(2 * pause, SLOWEST);
  }
}

function tell(news) {
  line.hidden = !news.events;
  if (!news.events || news.told === told) return;
  const link = document.createElement("a");
  link.href = news.address;
  link.textContent = news.told;
  line.replaceChildren(link);
  told = news.told;
  document.getElementById("status").textContent = news.told;
}

function forget() {
  line.hidden = true;
  told = "";
}

document.body.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target.id === "view") forget();
});

setInterval(() => {
  if (document.visibilityState === "visible" && Date.now() - asked >= pause) ask();
}, 5_000);
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible" && Date.now() - asked >= pause) ask();
});
