// How people of an organisation are called, for those who may know it.
import { useQuery } from "@tanstack/react-query";
import { peopleQuery } from "@/features/sessions/queries";
import { fullName } from "@/lib/names";

/** The name of somebody; empty where it is not known: whoever left is no member any more. */
export function usePeopleNames(organisation: string): (person: string) => string {
  const people = useQuery(peopleQuery(organisation)).data ?? [];
  return (person) => {
    const found = people.find(({ person_id: id }) => id === person);
    return found ? fullName(found) : "";
  };
}
