// Fetching what the search page needs.

/**
 * @param {string} address
 * @param {RequestCache} [cache]
 */
export async function fetched(address, cache = "default") {
  const response = await fetch(address, { cache });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

/**
 * Load a classic script that defines a global, once.
 * @param {string} address
 * @param {string} name of the global
 * @returns {Promise<any>} the global
 */
export function scripted(address, name) {
  const globals = /** @type {any} */ (window);
  return new Promise((resolve, reject) => {
    if (name in globals) return resolve(globals[name]);
    const script = document.createElement("script");
    script.src = address;
    script.addEventListener("load", () => resolve(globals[name]));
    script.addEventListener("error", () => {
      script.remove();
      reject(new Error(`${address} could not be loaded`));
    });
    document.head.append(script);
  });
}
