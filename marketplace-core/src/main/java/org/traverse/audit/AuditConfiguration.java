package org.traverse.audit;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** The chain, signed by whatever key the application has. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {
    @Bean
    AuditChain auditChain(JdbcTemplate sql, PlatformTransactionManager transactions, ObjectProvider<SigningKey> key) {
        return new AuditChain(sql, transactions, key.getIfAvailable());
    }

    @Bean
    AuditBuilding auditBuilding(AuditChain chain) {
        return new AuditBuilding(chain);
    }
}
