import "../js/comforts.js";
import "../js/view.js";
import "../js/lanes.js";
import "../js/share.js";
