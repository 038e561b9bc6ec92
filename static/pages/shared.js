import "../js/comforts.js";
import "../js/share.js";
