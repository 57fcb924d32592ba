/* What this device keeps of how pages look, and of whose help they show. */

function keepLook(values) {
  Object.assign(look, values);
  store.set(lookKey, JSON.stringify(look));
}
