// timelines-chart with a group for each kind; a filter hands it the data anew.
import { events, kinds } from "./events.js";

const DAY = 86_400_000;

const rows = (wanted) =>
  wanted.map((kind) => ({
    group: kind,
    data: [
      {
        label: kind,
        data: events
          .filter((event) => event.kind === kind)
          .map(({ start, end, headline }) => ({
            timeRange: [new Date(start), new Date(Date.parse(end) + DAY)],
            val: kind,
            label: headline,
          })),
      },
    ],
  }));

const chart = window.TimelinesChart()(document.getElementById("timeline"))
  .zScaleLabel("kind")
  .data(rows(kinds));

window.choose = (kind) => chart.data(rows(kind === null ? kinds : [kind]));
window.kinds = kinds;
