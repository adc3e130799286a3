package org.traverse.api.rest;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.math.BigDecimal;
import java.util.Arrays;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PostMapping;
import org.traverse.api.security.Caller;
import org.traverse.readmodel.ListRequest;

/** What {@code /v3/api-docs} says about the API as a whole. */
@Configuration(proxyBeanMethods = false)
class OpenApiDescription {
    static {
        // Ours to fill in, not the caller's to send.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, ListRequest.class);
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Traverse")
                        .version("1")
                        .description("Internal talent marketplace and career mobility: gigs, applications, mobility "
                                + "plans, skills and learning. Lists answer items, total and next, and take q, limit "
                                + "and after. Errors are problems (RFC 9457).")
                        .license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")))
                .schemaRequirement("password", scheme("basic").description("The users of the demo company"))
                .schemaRequirement("token", scheme("bearer").bearerFormat("JWT").description("OpenID Connect"))
                .addSecurityItem(new SecurityRequirement().addList("password"))
                .addSecurityItem(new SecurityRequirement().addList("token"));
    }

    private static SecurityScheme scheme(String name) {
        return new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme(name);
    }

    @Bean
    OperationCustomizer lists() {
        return (operation, method) -> {
            if (Arrays.asList(method.getMethod().getParameterTypes()).contains(ListRequest.class)) {
                operation.addParametersItem(new QueryParameter()
                        .name("q")
                        .description("words to look for")
                        .schema(new StringSchema().maxLength(200)));
                operation.addParametersItem(new QueryParameter()
                        .name("limit")
                        .description("at most so many items")
                        .schema(new IntegerSchema()
                                .minimum(BigDecimal.ONE)
                                .maximum(BigDecimal.valueOf(ListRequest.MAX_LIMIT))
                                ._default(ListRequest.DEFAULT_LIMIT)));
                operation.addParametersItem(new QueryParameter()
                        .name("after")
                        .description("what the page before gave as next")
                        .schema(new StringSchema()));
            }
            return operation;
        };
    }

    @Bean
    OperationCustomizer keys() {
        return (operation, method) -> {
            if (method.hasMethodAnnotation(PostMapping.class)) {
                operation.addParametersItem(new HeaderParameter()
                        .name(OncePerKey.HEADER)
                        .description(
                                "any text of your own for this request, a UUID say. Sent again within 24 hours under "
                                        + "the same one, whatever came of it the first time, it has one effect and gets the "
                                        + "same answer; 409 while it is in progress, 422 with another body.")
                        .schema(new StringSchema().minLength(1).maxLength(255)));
            }
            return operation;
        };
    }
}
