// Which roles somebody may give: never above their own.
import type { Role } from "@/api/types";

export function grantable(role: Role): Role[] {
  if (role === "admin") return ["admin", "manager", "trainer", "trainee"];
  return role === "manager" ? ["trainer", "trainee"] : [];
}
