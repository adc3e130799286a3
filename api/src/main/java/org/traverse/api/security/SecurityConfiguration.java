package org.traverse.api.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.MissingCsrfTokenException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * How people and programs prove who they are: people on the sign-in page, with a session; programs with every request,
 * without one. In the demo company by user name and password, elsewhere by the company's OpenID Connect provider.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(SecurityConfiguration.class);
    private static final String AUDIENCES = "spring.security.oauth2.resourceserver.jwt.audiences";
    private static final String ONLY_OURS = "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; "
            + "base-uri 'self'; form-action 'self'; object-src 'none'";
    private static final String NO_DEVICES = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
    private static final String SIGN_IN = "/login";

    /** What strangers may see. */
    private static final String[] OPEN = {SIGN_IN, "/logout", "/error", "/app/**", "/vendor/**", "/favicon.ico"};

    private final boolean demo;
    private final boolean provider;
    private final boolean tokens;
    private final ProblemResponse problem;

    SecurityConfiguration(
            ObjectProvider<UserDetailsService> demo,
            ObjectProvider<ClientRegistrationRepository> provider,
            ObjectProvider<JwtDecoder> tokens,
            Environment environment,
            ProblemResponse problem) {
        this.demo = demo.getIfAvailable() != null;
        this.provider = provider.getIfAvailable() != null;
        this.tokens = tokens.getIfAvailable() != null;
        this.problem = problem;
        if (!this.demo && !this.provider && !this.tokens) {
            LOG.warn("Nobody can sign in: set spring.security.oauth2.client.* for people and"
                    + " spring.security.oauth2.resourceserver.jwt.* for programs");
        } else if (this.tokens
                && !Binder.get(environment).bind(AUDIENCES, List.class).isBound()) {
            LOG.warn("Tokens that the provider gave to other programs are accepted too: set" + " " + AUDIENCES);
        }
    }

    /**
     * No session is read here, so there is nothing for a forged request to ride on, and 401 carries no challenge, so
     * that no browser ever remembers a password for these paths. That is what makes it safe to do without CSRF tokens.
     */
    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http) throws Exception {
        http.securityMatcher("/api/**")
                .authorizeHttpRequests(all -> all.anyRequest().authenticated())
                .addFilterBefore(new ForeignOrigin(problem), SecurityContextHolderFilter.class)
                .addFilterBefore(new BodyLimit(problem), SecurityContextHolderFilter.class)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .csrf(csrf -> csrf.disable());
        return byProof(guarded(http)).build();
    }

    /** The API's description and the state of the application: for people in a browser and for programs. */
    @Bean
    @Order(2)
    SecurityFilterChain operations(HttpSecurity http, Callers callers) throws Exception {
        http.securityMatcher("/v3/api-docs*/**", "/actuator/**")
                .authorizeHttpRequests(all -> all.requestMatchers(HttpMethod.GET, "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .access((who, what) ->
                                new AuthorizationDecision(callers.of(who.get()).is(Caller.Role.ADMIN)))
                        .anyRequest()
                        .authenticated())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable());
        return byProof(guarded(http)).build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain people(HttpSecurity http) throws Exception {
        AuthenticationEntryPoint signIn = signIn();
        guarded(http)
                .authorizeHttpRequests(all ->
                        all.requestMatchers(OPEN).permitAll().anyRequest().authenticated())
                .requestCache(cache -> cache.requestCache(pagesOnly()))
                .logout(logout -> logout.logoutSuccessUrl(SIGN_IN + "?logout"))
                .exceptionHandling(e -> e.authenticationEntryPoint(signIn).accessDeniedHandler(refused(signIn)));
        if (demo) {
            http.formLogin(form -> form.loginPage(SIGN_IN));
        }
        if (provider) {
            http.oauth2Login(company -> company.loginPage(SIGN_IN));
        }
        return http.build();
    }

    /** Behind the chains: who is asking, for every page and resource that is not open to strangers. */
    @Bean
    WebMvcConfigurer whoIsAsking(Callers callers) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(callers)
                        .excludePathPatterns(OPEN)
                        .excludePathPatterns("/v3/api-docs*/**", "/actuator/**");
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(callers);
            }
        };
    }

    /** An address that no browser or honest program sends, such as one with {@code //} or {@code %00} in it. */
    @Bean
    RequestRejectedHandler malformedAddress() {
        return (request, response, rejected) -> {
            if (request.getRequestURI().startsWith("/api/")) {
                problem.send(response, HttpStatus.BAD_REQUEST, "the address or a header is malformed");
            } else {
                response.sendError(HttpStatus.BAD_REQUEST.value());
            }
        };
    }

    private HttpSecurity guarded(HttpSecurity http) {
        return http.headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(ONLY_OURS))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(NO_DEVICES)));
    }

    private HttpSecurity byProof(HttpSecurity http) {
        AuthenticationEntryPoint unproved = (request, response, e) ->
                problem.send(response, HttpStatus.UNAUTHORIZED, "sign in: nobody, or nobody we know, is asking");
        http.addFilterBefore(new LastResort(problem), SecurityContextHolderFilter.class);
        http.exceptionHandling(e -> e.authenticationEntryPoint(unproved)
                .accessDeniedHandler((request, response, denied) ->
                        problem.send(response, HttpStatus.FORBIDDEN, "this is not yours to see or do")));
        if (demo) {
            http.httpBasic(basic -> basic.authenticationEntryPoint(unproved));
        }
        if (tokens) {
            http.oauth2ResourceServer(company -> company.jwt(jwt -> {}).authenticationEntryPoint(unproved));
        }
        return http;
    }

    /** An expired session must not put the sign-in page into a panel of another page: htmx is told to go there. */
    private static AuthenticationEntryPoint signIn() {
        var page = new LoginUrlAuthenticationEntryPoint(SIGN_IN);
        return (request, response, e) -> {
            if (isHtmx(request)) {
                response.setHeader("HX-Redirect", request.getContextPath() + SIGN_IN);
                response.setStatus(HttpStatus.NO_CONTENT.value());
            } else {
                page.commence(request, response, e);
            }
        };
    }

    /** A form left open until the session was gone brings a token nobody remembers: that is no forgery. */
    private static AccessDeniedHandler refused(AuthenticationEntryPoint signIn) {
        return (request, response, e) -> {
            boolean signedIn = SecurityContextHolder.getContext().getAuthentication() != null;
            if (e instanceof MissingCsrfTokenException && !signedIn) {
                signIn.commence(request, response, null);
            } else {
                response.sendError(HttpStatus.FORBIDDEN.value());
            }
        };
    }

    /** After signing in one comes back to a page, never to a part of one or to a stream. */
    private static HttpSessionRequestCache pagesOnly() {
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request -> "GET".equals(request.getMethod())
                && !isHtmx(request)
                && String.valueOf(request.getHeader("Accept")).contains(MediaType.TEXT_HTML_VALUE));
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    private static boolean isHtmx(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }
}
