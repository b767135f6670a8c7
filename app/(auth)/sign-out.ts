"use server";

import { redirect } from "next/navigation";
import { signOut } from "@/lib/server/auth";

/** Ends this session and goes home: the action of `PersonMenu`. */
export async function signOutHere(): Promise<void> {
  await signOut({ redirect: false });
  redirect("/");
}
