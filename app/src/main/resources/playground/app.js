// Puts the page together and keeps it up to date.

import { announceNews } from "./announce.js";
import { followState } from "./api.js";
import { markAllSeen } from "./channels.js";
import { byId } from "./dom.js";
import { updateFaults, wireFaults } from "./faults.js";
import { showForms, wireForms } from "./forms.js";
import { wireHelp } from "./help.js";
import { wireLayout, updateLayout } from "./layout.js";
import { createPane } from "./pane.js";
import { change, onChange, state } from "./state.js";
import { refreshTimes } from "./time.js";
import { createTraffic, trafficChanged, updateTraffic } from "./traffic.js";

const panes = ["slack", "teams"].map((id) => createPane(byId(id), id));

wireLayout();
wireHelp(byId("help-button"));
wireFaults(byId("faults-button"));
wireForms();
createTraffic(byId("traffic"));

onChange(() => {
  updateLayout();
  if (state.server) {
    for (const update of panes) update();
    showForms();
    updateFaults();
  }
  updateTraffic();
});

let lost = null;

followState({
  onConnected: () => {
    clearTimeout(lost);
    lost = null;
    change({ connected: true });
  },
  onLost: () => {
    lost ??= setTimeout(() => change({ connected: false }), 800);
  },
  onState: (server) => {
    const isFirst = state.server === null;
    if (isFirst) markAllSeen(server);
    trafficChanged(server);
    change({ server });
    announceNews(server);
  },
});

setInterval(refreshTimes, 10_000);
updateLayout();
