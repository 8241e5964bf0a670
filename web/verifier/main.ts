// The page that checks what Carnet signed, without a connection.
import { embedded } from "./page/embedded";
import { mount } from "./page/view";

const root = document.getElementById("page");
const block = document.getElementById("carnet-keys");
if (root) mount(root, embedded(block?.textContent ?? null), () => new Date());
