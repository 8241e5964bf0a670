// How one can be reached, and one's CV: for oneself alone, until one shares it.
import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import { downloaded } from "@/api/download";
import { asProblem, STALE } from "@/api/problem";
import type { Answer } from "@/api/types";
import { ifMatch } from "@/api/version";

export type Contact = Answer<"get_contact_details">;

const CONTACT = "/api/v1/me/contact-details" as const;
const CV = `${CONTACT}/cv` as const;
/** How often the antivirus is asked about. */
const LOOK_EVERY_MS = 2_000;

export const contactQuery = queryOptions({
  queryKey: ["contact-details"],
  queryFn: ({ signal }) => unwrap(api.GET(CONTACT, { signal })),
});

/** One's contact details; what another tab adds is there as soon as one comes back. */
export const useContact = () =>
  useQuery({
    ...contactQuery,
    refetchOnWindowFocus: "always",
    refetchInterval: ({ state }) => (state.data?.cv?.scan === "pending" ? LOOK_EVERY_MS : false),
  });

export const cvFile = (name: string) =>
  downloaded(api.GET(`${CV}/file`, { parseAs: "blob" }), name);

export function useContactChanges() {
  const cache = useQueryClient();
  const settled = async (call: Promise<Contact>): Promise<Contact> => {
    const contact = await call;
    cache.setQueryData(contactQuery.queryKey, contact);
    // What is gone is shared no longer.
    for (const key of ["offers", "shares", "privacy"]) {
      void cache.invalidateQueries({ queryKey: [key] });
    }
    return contact;
  };
  const put = (version: number, fileId: string) =>
    unwrap(api.PUT(CV, { params: { header: ifMatch(version) }, body: { file_id: fileId } }));
  const drop = (version: number) =>
    unwrap(api.DELETE(CV, { params: { header: ifMatch(version) } }));

  /** The version counts the number too: where only that changed meanwhile, nothing about the CV is overtaken. */
  const onCv = async (before: Contact, send: (version: number) => Promise<Contact>) => {
    try {
      return await settled(send(before.version));
    } catch (refusal) {
      const { code, current } = asProblem(refusal);
      const now = code === STALE ? (current as Contact | null) : null;
      if (!now) throw refusal;
      cache.setQueryData(contactQuery.queryKey, now);
      if (now.cv?.id !== before.cv?.id) throw refusal;
      return await settled(send(now.version));
    }
  };
  return {
    setPhone: (phone: string | null, version: number) =>
      settled(unwrap(api.PUT(CONTACT, { params: { header: ifMatch(version) }, body: { phone } }))),
    keepCv: (before: Contact, fileId: string) => onCv(before, (version) => put(version, fileId)),
    removeCv: (before: Contact) => onCv(before, drop),
  };
}
