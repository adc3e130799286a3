package org.traverse.api.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.traverse.api.security.Caller;
import org.traverse.api.security.Caller.Role;
import org.traverse.api.security.SignIn;

/** The way in, and what each sees first. */
@Controller
class EntrancePages {
    private final SignIn signIn;

    EntrancePages(SignIn signIn) {
        this.signIn = signIn;
    }

    @GetMapping("/")
    String home(Caller caller) {
        if (caller.is(Role.HRBP)) {
            return "redirect:/plans";
        }
        if (caller.is(Role.ADMIN)) {
            return "redirect:/imports";
        }
        return caller.is(Role.MANAGER) ? "redirect:/postings" : "redirect:/opportunities";
    }

    @GetMapping("/login")
    String login(
            Model model, @RequestParam(required = false) String error, @RequestParam(required = false) String logout) {
        model.addAttribute("view", new LoginView(error != null, logout != null, demo(), signIn.providers()));
        return "login";
    }

    @GetMapping("/how-matching-works")
    String howMatchingWorks() {
        return "matching";
    }

    private List<LoginView.Demo> demo() {
        return signIn.demoUsers().stream()
                .map(user -> new LoginView.Demo(user, signIn.demoPassword(), part(user)))
                .toList();
    }

    private static String part(String demoUser) {
        return Words.role(
                switch (demoUser) {
                    case "marc" -> Role.MANAGER;
                    case "hanna" -> Role.HRBP;
                    case "ada" -> Role.ADMIN;
                    default -> Role.EMPLOYEE;
                });
    }
}
