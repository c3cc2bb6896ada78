// A large graph stands compressed in the page: unpacks it, then starts the page's program. Nothing is fetched.
(async () => {
  const notice = document.getElementById("notice");
  if (typeof DecompressionStream !== "function") {
    notice.textContent = "This browser cannot unpack the page: it needs Chrome 80, Firefox 113, Safari 16.4 or newer.";
    notice.hidden = false;
    return;
  }
  const packed = atob(document.getElementById("packed").textContent), bytes = new Uint8Array(packed.length);
  for (let i = 0; i < packed.length; i += 1) bytes[i] = packed.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  document.getElementById("data").textContent = await new Response(stream).text();
  const script = document.createElement("script");
  script.textContent = document.getElementById("program").textContent;
  document.body.append(script);
})();
