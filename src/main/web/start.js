/* Asks for the words while the program is being read, in the language that PlannerProgram.language will find. */
(function () {
  var linked = /[?&]lang=([^&]*)/.exec(location.href), chosen = linked && linked[1], all = ['en', 'zh-CN'];
  try { chosen = chosen || JSON.parse(localStorage.getItem('llm-deployment-planner')).language; } catch (e) { }
  if (all.indexOf(chosen) < 0) {
    chosen = (navigator.languages || []).map(function (tag) { return /^zh(-|$)/i.test(tag) ? all[1] : /^en(-|$)/i.test(tag) ? all[0] : ''; })
      .filter(Boolean)[0] || all[0];
  }
  var words = document.createElement('script');
  words.src = words.id = 'messages-' + chosen + '.js';
  words.onload = words.onerror = function (e) { words.ended = e.type; };
  document.head.appendChild(words);
})();
