import { expect, it } from "vitest";
import { profileSearch } from "./search";

const ID = "01890000-0000-7000-8000-000000000001";

it("keeps from where a profile was opened, and nothing it does not understand", () => {
  const recherche = "c=103091.3-.v,117622.o&rome=M,family:M1805&page=a.b~c";
  expect(profileSearch.parse({ recherche })).toEqual({ recherche });
  expect(profileSearch.parse({ liste: ID, etape: "contact" })).toEqual({
    liste: ID,
    etape: "contact",
  });
  expect(profileSearch.parse({ offre: "../admin", nouveaux: "1", purpose: "offer" })).toEqual({});
  expect(profileSearch.parse({ recherche: "a".repeat(4_001) })).toEqual({});
});
