import "../js/comforts.js";
