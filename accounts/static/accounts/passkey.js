// Passkeys: asks the browser for one and posts its answer in the form. A form that needs this file is marked by
// data-passkey: "create", "get" (the options stand on the page), "login" (they are fetched when the button is pressed).
(() => {
  "use strict";

  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, "-")
      .replace(/\//g, "_")
      .replace(/=/g, "");
  const described = (list) => (list || []).map((each) => ({ ...each, id: bytes(each.id) }));

  function asRequest(options) {
    const key = options.publicKey;
    return { publicKey: { ...key, challenge: bytes(key.challenge), allowCredentials: described(key.allowCredentials) } };
  }

  function asCreation(options) {
    const key = options.publicKey;
    const selection = { ...key.authenticatorSelection, residentKey: "required", requireResidentKey: true };
    return {
      publicKey: {
        ...key,
        challenge: bytes(key.challenge),
        user: { ...key.user, id: bytes(key.user.id) },
        excludeCredentials: described(key.excludeCredentials),
        authenticatorSelection: { ...selection, userVerification: "required" },
      },
    };
  }

  function asJson(credential) {
    const { response } = credential;
    const answer = { clientDataJSON: text(response.clientDataJSON) };
    if (response.attestationObject) {
      answer.attestationObject = text(response.attestationObject);
      answer.transports = response.getTransports ? response.getTransports() : [];
    } else {
      answer.authenticatorData = text(response.authenticatorData);
      answer.signature = text(response.signature);
      answer.userHandle = response.userHandle ? text(response.userHandle) : null;
    }
    return JSON.stringify({
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      response: answer,
      clientExtensionResults: credential.getClientExtensionResults(),
    });
  }

  const onThePage = () => JSON.parse(document.getElementById("passkey-options").textContent);
  const WAYS = {
    create: async () => navigator.credentials.create(asCreation(onThePage())),
    get: async () => navigator.credentials.get(asRequest(onThePage())),
    login: async (form) => {
      const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error(`options: ${answer.status}`);
      return navigator.credentials.get(asRequest((await answer.json()).request_options));
    },
  };

  document.querySelectorAll("form[data-passkey]").forEach((form) => {
    const told = form.querySelector("[data-passkey-error]");
    const isSupported = Boolean(window.PublicKeyCredential && navigator.credentials);
    if (form.dataset.passkey === "login") form.hidden = !isSupported;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      told.hidden = true;
      try {
        if (!isSupported) throw new Error("unsupported");
        form.elements.credential.value = asJson(await WAYS[form.dataset.passkey](form));
        form.submit();
      } catch {
        told.textContent = `＊${isSupported ? form.dataset.failed : form.dataset.unsupported}`;
        told.hidden = false;
      }
    });
  });
})();
