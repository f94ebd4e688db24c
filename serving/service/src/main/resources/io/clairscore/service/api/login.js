"use strict";

const form = document.getElementById("login");
const message = document.getElementById("message");
const button = form.querySelector("button");
const change = document.getElementById("change");
const wanted = document.getElementById("new-password");

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const login = { name: form.elements.name.value, password: form.elements.password.value };
  if (!change.hidden) {
    login.newPassword = wanted.value;
  }
  button.disabled = true;
  message.textContent = form.dataset.waiting;
  try {
    const answer = await fetch("/api/login?language=" + form.dataset.language, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(login),
    });
    if (answer.ok) {
      location.assign(form.dataset.home);
    } else {
      tell(await answer.json());
    }
  } catch {
    message.textContent = form.dataset.unreachable;
  } finally {
    button.disabled = false;
  }
});

function tell(problem) {
  message.textContent = problem.detail + " " + problem.remedy;
  if (problem.type === "/problems/password-must-change") {
    message.textContent = problem.detail;
    change.hidden = false;
    wanted.required = true;
    wanted.focus();
  }
}
