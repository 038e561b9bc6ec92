// vis-timeline with a group for each kind, as its examples make one; a filter is a DataView's.
import { events, kinds } from "./events.js";

const { DataSet, DataView, Timeline } = window.vis;
let chosen = null;

const items = new DataSet(
  events.map(({ id, start, end, headline, kind }) => ({
    id,
    start,
    ...(end === start ? {} : { end }),
    content: headline,
    group: kind,
  })),
);
const view = new DataView(items, { filter: (item) => chosen === null || item.group === chosen });
const groups = new DataSet(kinds.map((kind) => ({ id: kind, content: kind })));

new Timeline(document.getElementById("timeline"), view, groups, { maxHeight: 700, verticalScroll: true, showCurrentTime: false });

window.choose = (kind) => {
  chosen = kind;
  view.refresh();
};
window.kinds = kinds;
