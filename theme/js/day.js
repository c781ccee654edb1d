// Days and months as a device knows them and as people write them.

export const thisMonth = (now = new Date()) => `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}`;

export const today = (now = new Date()) => `${thisMonth(now)}-${String(now.getDate()).padStart(2, "0")}`;

// 2026-11-05 is 5/11/2026.
export const day = (iso = "") => iso.split("-").reverse().map(Number).filter(Boolean).join("/");
