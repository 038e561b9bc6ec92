import "../js/comforts.js";
import "../js/more.js";
import "../js/view.js";
import "../js/histogram.js";
import "../js/share.js";
import "../js/keys.js";
import "../js/news.js";
