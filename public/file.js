// Starts the single file: the program is inside, packed.

import init from "program/vitrine.js";
import program from "program/vitrine_bg.wasm";
import { start } from "./start.js";
import { fetchPart } from "./unpack-part.js";

start(init, fetchPart(program));
