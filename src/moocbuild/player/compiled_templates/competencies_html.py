from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'competencies.html'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    parent_template = None
    pass
    parent_template = environment.get_template('page.html', 'competencies.html')
    for name, parent_block in parent_template.blocks.items():
        context.blocks.setdefault(name, []).append(parent_block)
    yield from parent_template.root_render_func(context)

def block_content(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    l_0_t = resolve('t')
    l_0_categories = resolve('categories')
    l_0_later = resolve('later')
    l_0_practice = resolve('practice')
    l_0_simulations = resolve('simulations')
    l_0_journal = resolve('journal')
    pass
    yield '<p class="lead">'
    yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'comp_lead'))
    yield '</p>\n<section class="competencies" data-competencies>\n'
    for l_1_category in (undefined(name='categories') if l_0_categories is missing else l_0_categories):
        l_1_own = resolve('own')
        _loop_vars = {}
        pass
        yield '<section data-category="'
        yield escape(environment.getattr(l_1_category, 'code'))
        yield '"><h2 id="category-'
        yield escape(environment.getattr(l_1_category, 'code'))
        yield '"><span class="code">'
        yield escape(environment.getattr(l_1_category, 'code'))
        yield '</span> '
        yield escape(context.call((undefined(name='own') if l_1_own is missing else l_1_own), environment.getattr(l_1_category, 'title'), _loop_vars=_loop_vars))
        yield '</h2>\n<table aria-labelledby="category-'
        yield escape(environment.getattr(l_1_category, 'code'))
        yield '">\n<thead class="unseen"><tr><th scope="col">'
        yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'comp_item'))
        yield '</th><th scope="col">'
        yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'comp_state'))
        yield '</th></tr></thead>\n<tbody>\n'
        for l_2_row in environment.getattr(l_1_category, 'rows'):
            _loop_vars = {}
            pass
            yield '<tr data-item="'
            yield escape(environment.getattr(environment.getattr(l_2_row, 'item'), 'code'))
            yield '"><th scope="row">'
            if environment.getattr(environment.getattr(l_2_row, 'item'), 'href'):
                pass
                yield '<a href="'
                yield escape(environment.getattr(environment.getattr(l_2_row, 'item'), 'href'))
                yield '">'
                yield escape(context.call((undefined(name='own') if l_1_own is missing else l_1_own), environment.getattr(environment.getattr(l_2_row, 'item'), 'label'), _loop_vars=_loop_vars))
                yield '</a>'
            else:
                pass
                yield escape(context.call((undefined(name='own') if l_1_own is missing else l_1_own), environment.getattr(environment.getattr(l_2_row, 'item'), 'label'), _loop_vars=_loop_vars))
            yield ' <span class="code">'
            yield escape(environment.getattr(environment.getattr(l_2_row, 'item'), 'code'))
            yield '</span>'
            if environment.getattr(l_2_row, 'practice'):
                pass
                yield ' <span class="practice">'
                yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'comp_practice'))
                yield '</span>'
            yield '</th><td><span class="level"'
            yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'own'))
            yield '>'
            yield escape(context.call(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'plain'), 'level_unseen', _loop_vars=_loop_vars))
            yield '</span> <span class="meta"'
            yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'own'))
            yield '></span></td></tr>\n'
        l_2_row = missing
        yield '</tbody>\n</table>\n</section>\n'
    l_1_category = l_1_own = missing
    if (undefined(name='later') if l_0_later is missing else l_0_later):
        pass
        yield '<p class="meta">'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'comp_later', n=(undefined(name='later') if l_0_later is missing else l_0_later), _block_vars=_block_vars))
        yield '</p>\n'
    yield '<p class="actions needs-js"></p>\n<figure class="map needs-js"'
    yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'own'))
    yield '></figure>\n</section>\n'
    if (undefined(name='practice') if l_0_practice is missing else l_0_practice):
        pass
        yield '<section><h2>'
        yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'comp_practice_title'))
        yield '</h2>\n<p>'
        yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'comp_practice_lead'))
        yield '</p>\n<ul>\n'
        for l_1_row in (undefined(name='practice') if l_0_practice is missing else l_0_practice):
            l_1_own = resolve('own')
            _loop_vars = {}
            pass
            yield '<li>'
            if environment.getattr(environment.getattr(l_1_row, 'item'), 'href'):
                pass
                yield '<a href="'
                yield escape(environment.getattr(environment.getattr(l_1_row, 'item'), 'href'))
                yield '">'
                yield escape(context.call((undefined(name='own') if l_1_own is missing else l_1_own), environment.getattr(environment.getattr(l_1_row, 'item'), 'label'), _loop_vars=_loop_vars))
                yield '</a>'
            else:
                pass
                yield escape(context.call((undefined(name='own') if l_1_own is missing else l_1_own), environment.getattr(environment.getattr(l_1_row, 'item'), 'label'), _loop_vars=_loop_vars))
            yield ' <span class="code">'
            yield escape(environment.getattr(environment.getattr(l_1_row, 'item'), 'code'))
            yield '</span></li>\n'
        l_1_row = l_1_own = missing
        yield '</ul>\n</section>\n'
    yield '<section><h2>'
    yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'comp_rules'))
    yield '</h2>\n<dl>\n<dt>'
    yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'level_unseen'))
    yield '</dt><dd>'
    yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'comp_rule_unseen'))
    yield '</dd>\n<dt>'
    yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'level_emerging'))
    yield '</dt><dd>'
    yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'comp_rule_emerging'))
    yield '</dd>\n<dt>'
    yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'level_developing'))
    yield '</dt><dd>'
    yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'comp_rule_developing'))
    yield '</dd>\n<dt>'
    yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'level_shown'))
    yield '</dt><dd>'
    yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'comp_rule_shown'))
    yield '</dd>\n</dl>\n<p>'
    yield escape((environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'comp_rule_evidence') if (undefined(name='simulations') if l_0_simulations is missing else l_0_simulations) else environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'comp_rule_answers')))
    yield ' '
    yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'comp_rule_weights'))
    if (undefined(name='journal') if l_0_journal is missing else l_0_journal):
        pass
        yield ' '
        yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'comp_rule_journal'))
    yield '</p>\n</section>\n'

blocks = {'content': block_content}
debug_info = '1=12&2=17&3=32&5=34&6=39&7=47&8=49&10=53&11=57&17=87&18=90&21=93&23=95&24=98&25=100&27=102&28=107&33=123&35=125&36=129&37=133&38=137&40=141'
