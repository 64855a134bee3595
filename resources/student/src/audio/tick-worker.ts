setInterval(() => {
  postMessage(0);
}, 25);
